package dev.maitred.policy.explain;

import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Layer;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.request.Request;

/**
 * AWS's message for a request that was denied.
 *
 * <p>Form: IAM user guide, "Troubleshoot access denied error messages". The ARN of the denying
 * policy follows for managed policies that are not attached to the resource.
 */
public final class AccessDenied {
  private AccessDenied() {}

  /** {@code User: ... is not authorized to perform: ... on resource: ... because ...}. */
  public static String message(Decision denied) {
    String context = context(denied);
    return bareMessage(denied.request()) + (context.isEmpty() ? "" : " " + context);
  }

  /** The message without its last part, as given where the reason is not the caller's to know. */
  public static String bareMessage(Request request) {
    return "User: "
        + request.principal().arn()
        + " is not authorized to perform: "
        + request.action()
        + " on resource: "
        + request.resource();
  }

  /**
   * The last part of the message, as {@code because no identity-based policy allows the
   * personalize:DeleteCampaign action}; empty for a request that is allowed, and for a resource of
   * another account that has no policy.
   */
  public static String context(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> "";
      case Decision.DeniedExplicitly denied ->
          "with an explicit deny in "
              + denied.because().layer().nounWithArticle()
              + arn(denied.because().layer(), denied.because().source());
      case Decision.DeniedImplicitly denied when isForeign(denied) -> "";
      case Decision.DeniedImplicitly denied -> because(denied);
    };
  }

  static String because(Decision.DeniedImplicitly denied) {
    return "because no "
        + denied.silent().noun()
        + " allows the "
        + denied.request().action()
        + " action";
  }

  private static boolean isForeign(Decision.DeniedImplicitly denied) {
    return denied.silent() == Layer.RESOURCE && denied.layers().resource().isEmpty();
  }

  private static String arn(Layer layer, PolicySource source) {
    boolean onResource = layer == Layer.RESOURCE || layer == Layer.ROLE_TRUST;
    return switch (source) {
      case PolicySource.Managed managed -> ": " + managed.arn();
      case PolicySource.ByArn named when !onResource -> ": " + named.arn();
      case PolicySource.ByArn _, PolicySource.Inline _, PolicySource.ByName _ -> "";
    };
  }
}
