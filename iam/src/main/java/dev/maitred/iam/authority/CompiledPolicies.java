package dev.maitred.iam.authority;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.maitred.policy.decide.Policy;

/** Policies compiled from their documents, each document once. */
final class CompiledPolicies {
  private static final long MAX_CHARACTERS = 32L << 20;

  private final LoadingCache<String, Policy> byDocument =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CHARACTERS)
          .weigher((String document, Policy policy) -> document.length())
          .build(Policy::parse);

  /**
   * The compiled form of {@code document}.
   *
   * @throws dev.maitred.policy.syntax.PolicySyntaxException if it is not a policy, which then
   *     allows nothing: who asks must not go on without it, for it may have been meant to deny
   */
  Policy of(String document) {
    return byDocument.get(document);
  }
}
