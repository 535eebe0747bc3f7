package dev.maitred.iam.authority;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.explain.Explanation;
import java.util.Optional;

/** The latest denials by the id of their request, in memory, so that they can be explained. */
public final class Decisions {
  private static final int MAX_KEPT = 10_000;

  private final Cache<String, Decision> denials =
      Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

  void keep(String requestId, Decision denial) {
    denials.put(requestId, denial);
  }

  /**
   * Why the request was denied: which statements were considered and what each made of it.
   *
   * @return empty if it was not denied, or too long ago
   */
  public Optional<Explanation> find(String requestId) {
    return Optional.ofNullable(denials.getIfPresent(requestId)).map(Explanation::of);
  }
}
