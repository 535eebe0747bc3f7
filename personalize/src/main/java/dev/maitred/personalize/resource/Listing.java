package dev.maitred.personalize.resource;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list operation asks for, straight from its input.
 *
 * @param parent only the children of this ARN; absent means every resource of the kind in the place
 * @param maxResults the size of a page; AWS's default is the model's maximum, 100
 * @param nextToken a token that an earlier page of the same listing gave
 */
public record Listing(
    Place place, Optional<String> parent, int maxResults, Optional<String> nextToken) {
  private static final int DEFAULT_MAX_RESULTS = 100;

  /** The listing of the current call's account and region. */
  public static Listing of(
      @Nullable String parent, @Nullable Integer maxResults, @Nullable String nextToken) {
    return new Listing(
        Place.current(),
        Optional.ofNullable(parent),
        maxResults == null ? DEFAULT_MAX_RESULTS : maxResults,
        Optional.ofNullable(nextToken));
  }

  /** The tokens of this listing. */
  NextToken tokens(Kind<?> kind) {
    return new NextToken(
        String.join(" ", kind.noun(), place.region(), place.account(), parent.orElse("*")));
  }
}
