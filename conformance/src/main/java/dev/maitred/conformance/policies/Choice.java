package dev.maitred.conformance.policies;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Choices that are the same for the same seed. */
final class Choice {
  private final SplittableRandom random;

  Choice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** True in so many of a hundred cases. */
  boolean percent(int share) {
    return random.nextInt(100) < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> pool) {
    return pool.get(random.nextInt(pool.size()));
  }

  /** One to {@code most} different ones; mostly one. */
  <T> List<T> some(List<T> pool, int most) {
    Set<T> chosen = new LinkedHashSet<>();
    int count = percent(60) ? 1 : 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      chosen.add(of(pool));
    }
    return new ArrayList<>(chosen);
  }
}
