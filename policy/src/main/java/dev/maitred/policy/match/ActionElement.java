package dev.maitred.policy.match;

import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Listing;
import dev.maitred.policy.syntax.Text;
import java.util.ArrayList;
import java.util.HashSet;
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
  private static final Pattern.Rules RULES = new Pattern.Rules(true, false, true);

  private final Verdicts verdicts;
  private final Set<String> names = new HashSet<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private boolean everything;
  private boolean doubtful;

  private ActionElement(Listing listing) {
    this.verdicts = Verdicts.of(listing);
    for (Text entry : listing.entries()) {
      add(entry.value().toLowerCase(Locale.ROOT));
    }
  }

  /** The compiled form of {@code listing}. */
  public static ActionElement of(Listing listing) {
    return new ActionElement(listing);
  }

  private void add(String entry) {
    if (entry.equals("*")) {
      everything = true;
    } else if (!isReadable(entry)) {
      doubtful = true;
    } else if (hasWildcard(entry)) {
      patterns.add(Pattern.of(entry, RULES));
    } else {
      names.add(entry);
    }
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
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(action, Context.empty()) == Truth.TRUE) {
        return Truth.TRUE;
      }
    }
    return doubtful ? Truth.UNKNOWN : Truth.FALSE;
  }
}
