package dev.maitred.policy.request;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The condition keys of a request and their values.
 *
 * <p>A key is absent, or it has a list of values; one value for most keys, several for keys such as
 * {@code aws:TagKeys}, none for a multi-valued key that is present but empty. An implementation
 * that works values out on demand must answer the same each time while a request is decided.
 */
public interface Context {
  /**
   * The values of one key.
   *
   * @param key in lower case; condition keys ignore case
   * @return empty if the key is absent
   */
  Optional<List<String>> values(String key);

  /** The keys that are present, in lower case. */
  Set<String> keys();

  /** A context without any key. */
  static Context empty() {
    return of(Map.of());
  }

  /**
   * A context of these keys, in any case.
   *
   * @throws IllegalArgumentException if two keys differ in case only
   */
  static Context of(Map<String, List<String>> values) {
    Map<String, Optional<List<String>>> folded = HashMap.newHashMap(values.size());
    values.forEach(
        (key, list) -> {
          if (folded.put(fold(key), Optional.of(List.copyOf(list))) != null) {
            throw new IllegalArgumentException(
                "The condition key " + key + " is given twice; keys ignore case");
          }
        });
    return new FixedContext(folded);
  }

  /** A condition key as contexts are asked for it. */
  static String fold(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
