package dev.maitred.policy.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A context whose values are all there.
 *
 * @param byKey by key in lower case
 */
record FixedContext(Map<String, Optional<List<String>>> byKey) implements Context {
  @Override
  public Optional<List<String>> values(String key) {
    return byKey.getOrDefault(key, Optional.empty());
  }

  @Override
  public Set<String> keys() {
    return Set.copyOf(byKey.keySet());
  }
}
