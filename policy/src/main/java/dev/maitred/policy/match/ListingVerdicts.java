package dev.maitred.policy.match;

import dev.maitred.policy.syntax.Listing;
import dev.maitred.policy.syntax.Text;

/** The verdicts of an action or resource listing. */
final class ListingVerdicts {
  private ListingVerdicts() {}

  static Verdicts of(Listing listing) {
    return new Verdicts(
        listing.name().value(),
        listing.negated(),
        listing.entries().stream().map(Text::value).toList(),
        listing.name().span().start());
  }
}
