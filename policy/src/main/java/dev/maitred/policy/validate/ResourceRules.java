package dev.maitred.policy.validate;

import dev.maitred.policy.syntax.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules about the texts of {@code Resource} and {@code NotResource}. */
final class ResourceRules {
  private static final Set<String> PARTITIONS =
      Set.of(
          "*",
          "aws",
          "aws-cn",
          "aws-us-gov",
          "aws-iso",
          "aws-iso-b",
          "aws-iso-e",
          "aws-iso-f",
          "aws-eusc");

  private static final List<String> IAM_PATHS =
      List.of(
          "user/",
          "federated-user/",
          "role/",
          "group/",
          "instance-profile/",
          "mfa/",
          "server-certificate/",
          "policy/",
          "sms-mfa/",
          "saml-provider/",
          "oidc-provider/",
          "report/",
          "access-report/");

  private ResourceRules() {}

  static Optional<MalformedPolicyDocument> check(Statement statement) {
    return Rule.first(
        StatementRules.entries(statement.resource()),
        resource ->
            problem(resource.value())
                .map(message -> MalformedPolicyDocument.at(resource, message)));
  }

  private static Optional<String> problem(String resource) {
    if (resource.equals("*")) {
      return Optional.empty();
    }
    String[] segments = resource.split(":", 6);
    if (segments.length == 1) {
      return Optional.of("Resource " + resource + " must be in ARN format or \"*\".");
    }
    if (!PARTITIONS.contains(segments[1])) {
      return Optional.of(
          "Partition \""
              + segments[1]
              + "\" is not valid for resource \""
              + full(segments)
              + "\".");
    }
    if (segments.length == 2) {
      return Optional.of("Resource vendor must be fully qualified and cannot contain regexes.");
    }
    return segments.length < 6 ? Optional.empty() : serviceProblem(segments);
  }

  /** The ARN with {@code *} for each part that is missing. */
  private static String full(String[] segments) {
    String[] all = Arrays.copyOf(segments, 6);
    all[0] = "arn";
    for (int i = segments.length; i < all.length; i++) {
      all[i] = "*";
    }
    return String.join(":", all);
  }

  private static Optional<String> serviceProblem(String[] segments) {
    boolean region = !segments[3].isEmpty();
    return switch (segments[2]) {
      case "iam" ->
          region
              ? Optional.of("IAM resource ARN cannot contain region information.")
              : iamPathProblem(segments[5]);
      case "s3" ->
          region && !segments[5].startsWith("accesspoint/")
              ? Optional.of("Resource ARN can not contain region information.")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> iamPathProblem(String path) {
    boolean known =
        path.equals("*") || path.equals("root") || IAM_PATHS.stream().anyMatch(path::startsWith);
    return known
        ? Optional.empty()
        : Optional.of(
            "IAM resource path must either be \"*\", root, or start with "
                + String.join(", ", IAM_PATHS)
                + ".");
  }
}
