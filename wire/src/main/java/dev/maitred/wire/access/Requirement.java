package dev.maitred.wire.access;

import java.util.List;
import java.util.Map;

/**
 * One thing that a caller must be allowed: an IAM action on one resource, with the condition keys
 * that the operation carries for it.
 *
 * @param action such as {@code personalize:CreateCampaign}
 * @param resource the ARN, or {@code *} for an action without resource-level permissions
 * @param context condition keys ({@code aws:RequestTag/team}, {@code aws:ResourceTag/team}, {@code
 *     iam:PassedToService}, …) with their values
 */
public record Requirement(String action, String resource, Map<String, List<String>> context) {
  public Requirement {
    context = Map.copyOf(context);
  }

  public static Requirement of(String action, String resource) {
    return new Requirement(action, resource, Map.of());
  }

  /**
   * Passing {@code roleArn} to a service: {@code iam:PassRole} with {@code iam:PassedToService}.
   */
  public static Requirement passRole(String roleArn, String servicePrincipal) {
    return new Requirement(
        "iam:PassRole", roleArn, Map.of("iam:PassedToService", List.of(servicePrincipal)));
  }
}
