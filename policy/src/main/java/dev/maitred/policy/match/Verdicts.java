package dev.maitred.policy.match;

import dev.maitred.policy.match.Reason.Kind;
import dev.maitred.policy.syntax.Listing;
import dev.maitred.policy.syntax.Position;
import dev.maitred.policy.syntax.Text;
import java.util.List;

/** The possible answers of one listing element, made once. */
final class Verdicts {
  private final boolean negated;
  private final Match miss;
  private final Match doubt;
  private final Match doubtfulRequest;

  Verdicts(String element, boolean negated, List<String> expected, Position at) {
    this.negated = negated;
    Kind kind = negated ? Kind.EXCLUDED : Kind.NOT_LISTED;
    this.miss = new Match.DoesNotMatch(Reason.of(kind, element, expected, at));
    this.doubt = new Match.CannotTell(Reason.of(Kind.UNREADABLE, element, expected, at));
    this.doubtfulRequest =
        new Match.CannotTell(Reason.of(Kind.UNREADABLE_REQUEST, element, expected, at));
  }

  /** The verdicts of an action or resource listing. */
  static Verdicts of(Listing listing) {
    return new Verdicts(
        listing.name().value(),
        listing.negated(),
        listing.entries().stream().map(Text::value).toList(),
        listing.name().span().start());
  }

  /** The answer of the element when the request {@code listed} among its entries. */
  Match given(Truth listed) {
    // INVARIANT: negation turns FALSE into a match, never UNKNOWN.
    return switch (listed) {
      case TRUE -> negated ? miss : Match.MATCHES;
      case FALSE -> negated ? Match.MATCHES : miss;
      case UNKNOWN, UNREADABLE -> doubt;
    };
  }

  /** The answer when the request's own action or resource cannot be read. */
  Match unreadableRequest() {
    return doubtfulRequest;
  }
}
