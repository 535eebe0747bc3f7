package dev.maitred.policy.match;

import dev.maitred.policy.match.Reason.Kind;
import dev.maitred.policy.syntax.Listing;
import dev.maitred.policy.syntax.Position;
import dev.maitred.policy.syntax.Text;
import java.util.List;

/** The possible answers of one listing element, made once. */
final class Verdicts {
  private final Match listed;
  private final Match notListed;
  private final Match doubt;
  private final Match missingValue;
  private final Match doubtfulRequest;

  Verdicts(String element, boolean negated, List<String> expected, Position at) {
    Kind kind = negated ? Kind.EXCLUDED : Kind.NOT_LISTED;
    Match miss = new Match.DoesNotMatch(Reason.of(kind, element, expected, at));
    this.listed = negated ? miss : Match.MATCHES;
    this.notListed = negated ? Match.MATCHES : miss;
    this.doubt = new Match.CannotTell(Reason.of(Kind.UNREADABLE, element, expected, at));
    // A variable without a value makes a Resource that nothing is, so no Deny is presumed of it.
    this.missingValue =
        negated
            ? new Match.CannotTell(Reason.of(Kind.VARIABLE_WITHOUT_VALUE, element, expected, at))
            : doubt;
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

  /** The answer of the element, given whether its entries list what the request has there. */
  Match given(Truth listing) {
    // INVARIANT: negation turns FALSE into a match, never UNKNOWN.
    return switch (listing) {
      case TRUE -> listed;
      case FALSE -> notListed;
      case UNREADABLE -> missingValue;
      case UNKNOWN -> doubt;
    };
  }

  /** The answer when the request's own action or resource cannot be read. */
  Match unreadableRequest() {
    return doubtfulRequest;
  }
}
