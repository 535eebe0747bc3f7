package dev.maitred.policy.match;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Listing;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A compiled {@code Action} or {@code NotAction}.
 *
 * <p>Service and name ignore case; wildcards act in the name only ("IAM JSON policy elements:
 * Action"). Names without wildcards are looked up, so a long list costs no more than a short one.
 */
public final class ActionElement {
  private static final String EVERYTHING = "*";
  private static final Pattern.Rules RULES = new Pattern.Rules(true, false, true);
  private static final Context NO_KEYS = Context.empty();

  private final Verdicts verdicts;
  private final boolean everything;
  private final boolean doubtful;
  private final Set<String> names;
  private final Pattern[] patterns;

  private ActionElement(Listing listing) {
    this.verdicts = Verdicts.of(listing);
    List<String> entries =
        listing.entries().stream().map(entry -> entry.value().toLowerCase(Locale.ROOT)).toList();
    this.everything = entries.contains(EVERYTHING);
    this.doubtful =
        entries.stream().anyMatch(entry -> !isReadable(entry) && !entry.equals(EVERYTHING));
    List<String> readable = entries.stream().filter(ActionElement::isReadable).toList();
    this.names =
        readable.stream().filter(entry -> !hasWildcard(entry)).collect(toUnmodifiableSet());
    this.patterns =
        readable.stream()
            .filter(ActionElement::hasWildcard)
            .map(entry -> Pattern.of(entry, RULES))
            .toArray(Pattern[]::new);
  }

  /** The compiled form of {@code listing}. */
  public static ActionElement of(Listing listing) {
    return new ActionElement(listing);
  }

  private static boolean isReadable(String entry) {
    int colon = entry.indexOf(':');
    return colon > 0
        && entry.indexOf(':', colon + 1) < 0
        && !hasWildcard(entry.substring(0, colon));
  }

  private static boolean hasWildcard(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /** Whether the statement covers the request's action. */
  public Match match(Request request) {
    String action = request.foldedAction();
    return action.isEmpty() ? verdicts.unreadableRequest() : verdicts.given(listed(action));
  }

  private Truth listed(String action) {
    if (everything || names.contains(action)) {
      return Truth.TRUE;
    }
    for (Pattern pattern : patterns) {
      if (pattern.matches(action, NO_KEYS) == Truth.TRUE) {
        return Truth.TRUE;
      }
    }
    return doubtful ? Truth.UNKNOWN : Truth.FALSE;
  }
}
