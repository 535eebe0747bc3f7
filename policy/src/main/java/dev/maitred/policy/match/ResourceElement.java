package dev.maitred.policy.match;

import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Listing;
import dev.maitred.policy.syntax.Text;
import dev.maitred.policy.syntax.Version;
import java.util.List;
import java.util.Optional;

/**
 * A compiled {@code Resource} or {@code NotResource}.
 *
 * <p>A request that names no resource is covered by {@code *} only, not by any ARN pattern.
 */
public final class ResourceElement {
  private static final String EVERYTHING = "*";

  /** Stands for the resource of no request: it has no characters to compare. */
  private static final Arn NO_RESOURCE = new Arn("", "", "", "", "");

  private final Verdicts verdicts;
  private final boolean everything;
  private final boolean doubtful;
  private final ArnPattern[] patterns;

  private ResourceElement(Listing listing, Version version, boolean completed) {
    this.verdicts = Verdicts.of(listing);
    List<String> entries = listing.entries().stream().map(Text::value).toList();
    List<Optional<ArnPattern>> read =
        entries.stream()
            .filter(entry -> !entry.equals(EVERYTHING))
            .map(entry -> ArnPattern.ofResource(entry, version == Version.V2012_10_17, completed))
            .toList();
    this.everything = entries.contains(EVERYTHING);
    this.doubtful = read.contains(Optional.<ArnPattern>empty());
    this.patterns = read.stream().flatMap(Optional::stream).toArray(ArnPattern[]::new);
  }

  /**
   * The compiled form of {@code listing} in a policy of this version.
   *
   * @param completed whether an ARN that is cut short is completed with {@code *}, as in policies
   *     that are attached to no resource
   */
  public static ResourceElement of(Listing listing, Version version, boolean completed) {
    return new ResourceElement(listing, version, completed);
  }

  /** Whether the statement covers the request's resource. */
  public Match match(Request request) {
    return request.hasReadableResource()
        ? verdicts.given(listed(request))
        : verdicts.unreadableRequest();
  }

  private Truth listed(Request request) {
    if (everything) {
      return Truth.TRUE;
    }
    Truth listed = doubtful ? Truth.UNKNOWN : Truth.FALSE;
    for (int i = 0; i < patterns.length && listed != Truth.TRUE; i++) {
      listed = listed.or(matches(patterns[i], request));
    }
    return listed;
  }

  private static Truth matches(ArnPattern pattern, Request request) {
    if (request.onEveryResource()) {
      // Asked all the same, so that a variable without a value stays in doubt.
      Truth truth = pattern.matches(NO_RESOURCE, request.context());
      return truth == Truth.UNREADABLE ? truth : Truth.FALSE;
    }
    return pattern.matches(request.arn().orElseThrow(), request.context());
  }
}
