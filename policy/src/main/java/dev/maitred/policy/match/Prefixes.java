package dev.maitred.policy.match;

import dev.maitred.policy.syntax.Listing;
import dev.maitred.policy.syntax.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The texts with one of which everything begins that a listing can match; for an index that leaves
 * out what cannot match, and may leave in what does not.
 */
public final class Prefixes {
  /** The prefix of everything. */
  public static final List<String> ANY = List.of("");

  private Prefixes() {}

  /** The prefixes, in lower case; the empty one for what lists nothing or excludes. */
  public static List<String> of(Optional<Listing> listing) {
    return listing
        .filter(given -> !given.negated())
        .map(given -> given.entries().stream().map(Prefixes::prefix).distinct().toList())
        .orElse(ANY);
  }

  // Ends before whatever may stand for other characters, and before any whose case is a matter of
  // language.
  private static String prefix(Text entry) {
    String text = entry.value();
    int end = 0;
    while (end < text.length() && "*?$".indexOf(text.charAt(end)) < 0 && text.charAt(end) < 0x80) {
      end++;
    }
    return text.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
