package dev.maitred.iam.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, in the order of a key that ignores case.
 *
 * @param items what is on the page
 * @param isTruncated whether more follows
 * @param marker where the next page starts, null on the last
 */
public record Page<T>(List<T> items, boolean isTruncated, @Nullable String marker) {
  private static final int DEFAULT_SIZE = 100;

  /** Tells a marker from other text that happens to be base64. */
  private static final String MARK = "after:";

  /**
   * The page of {@code all} after {@code marker}, with at most {@code maxItems} items, 100 if null.
   *
   * @param key orders the list and tells its items apart
   */
  public static <T> Page<T> of(
      List<T> all, Function<T, String> key, @Nullable String marker, @Nullable Integer maxItems) {
    int size = maxItems == null ? DEFAULT_SIZE : maxItems;
    Stream<T> sorted =
        all.stream().sorted(Comparator.comparing(key, String.CASE_INSENSITIVE_ORDER));
    List<T> rest = marker == null ? sorted.toList() : after(sorted, key, keyIn(marker));
    if (rest.size() <= size) {
      return new Page<>(rest, false, null);
    }
    List<T> items = rest.subList(0, size);
    return new Page<>(items, true, markerOf(key.apply(items.getLast())));
  }

  private static <T> List<T> after(Stream<T> sorted, Function<T, String> key, String last) {
    return sorted.filter(item -> key.apply(item).compareToIgnoreCase(last) > 0).toList();
  }

  /** The items turned into something else. */
  public <R> List<R> map(Function<T, R> turn) {
    return items.stream().map(turn).toList();
  }

  private static String markerOf(String key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + key).getBytes(UTF_8));
  }

  private static String keyIn(String marker) {
    String text = decoded(marker);
    if (!text.startsWith(MARK)) {
      throw IamErrors.validation("Invalid Marker.");
    }
    return text.substring(MARK.length());
  }

  private static String decoded(String marker) {
    try {
      return new String(Base64.getUrlDecoder().decode(marker), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
