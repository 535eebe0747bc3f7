package dev.maitred.policy.match;

import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Listing;
import dev.maitred.policy.syntax.Text;
import dev.maitred.policy.syntax.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A compiled {@code Resource} or {@code NotResource}.
 *
 * <p>A request that names no resource is covered by {@code *} only, not by any ARN pattern.
 */
public final class ResourceElement {
  /** Stands for the resource of no request: it has no characters to compare. */
  private static final Arn NO_RESOURCE = new Arn("", "", "", "", "");

  private final Verdicts verdicts;
  private final List<ArnPattern> patterns = new ArrayList<>();
  private boolean everything;
  private boolean doubtful;

  private ResourceElement(Listing listing, Version version) {
    this.verdicts = Verdicts.of(listing);
    for (Text entry : listing.entries()) {
      add(entry.value(), version == Version.V2012_10_17);
    }
  }

  /** The compiled form of {@code listing} in a policy of this version. */
  public static ResourceElement of(Listing listing, Version version) {
    return new ResourceElement(listing, version);
  }

  private void add(String entry, boolean variables) {
    if (entry.equals("*")) {
      everything = true;
      return;
    }
    Optional<ArnPattern> pattern = ArnPattern.ofResource(entry, variables);
    pattern.ifPresentOrElse(patterns::add, () -> doubtful = true);
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
    for (int i = 0; i < patterns.size() && listed != Truth.TRUE; i++) {
      listed = listed.or(matches(patterns.get(i), request));
    }
    return listed;
  }

  private static Truth matches(ArnPattern pattern, Request request) {
    if (request.onEveryResource()) {
      // Asked all the same, so that a variable without a value stays in doubt.
      Truth truth = pattern.matches(NO_RESOURCE, request.context());
      return truth == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.FALSE;
    }
    return pattern.matches(request.arn().orElseThrow(), request.context());
  }
}
