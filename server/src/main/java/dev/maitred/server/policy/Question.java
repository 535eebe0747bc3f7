package dev.maitred.server.policy;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.ResourcePolicy;
import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import dev.maitred.server.StartRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** May this caller do this, under these policies? As options of a command line say it. */
final class Question {
  private static final String SOMEBODY = "arn:aws:iam::123456789012:user/somebody";

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      required = true,
      description = "An identity-based policy; several: the option again.")
  private List<Path> policies = List.of();

  @Option(names = "--boundary", paramLabel = "FILE", description = "The permissions boundary.")
  private Optional<Path> boundary = Optional.empty();

  @Option(
      names = "--session-policy",
      paramLabel = "FILE",
      description = "A policy passed when the session was made; several: the option again.")
  private List<Path> sessionPolicies = List.of();

  @Option(
      names = "--resource-policy",
      paramLabel = "FILE",
      description = "The policy of the resource.")
  private Optional<Path> resourcePolicy = Optional.empty();

  @Option(
      names = "--resource-account",
      paramLabel = "ACCOUNT",
      description = "The account that the resource with that policy is in (default: the caller's).")
  private Optional<String> resourceAccount = Optional.empty();

  @Option(
      names = "--service-control",
      paramLabel = "FILE",
      description = "A service control policy, of a level of its own; several: the option again.")
  private List<Path> serviceControl = List.of();

  @Option(
      names = "--principal",
      paramLabel = "ARN",
      description =
          "Who asks: a user, a role's session or the root user (default: ${DEFAULT-VALUE}).")
  private String principal = SOMEBODY;

  @Option(
      names = "--action",
      paramLabel = "SERVICE:NAME",
      required = true,
      description = "Such as personalize:DescribeCampaign.")
  private String action = "";

  @Option(
      names = "--resource",
      paramLabel = "ARN",
      description = "What it is done to (default: ${DEFAULT-VALUE}).")
  private String resource = "*";

  @Option(
      names = "--context",
      paramLabel = "KEY=VALUE",
      description = "A condition key; several values: the option again.")
  private List<String> context = List.of();

  /**
   * The answer.
   *
   * @throws StartRefused if a file or an option is not what it should be
   */
  Decision decide() {
    Principal caller = caller();
    Layers layers = Layers.ofIdentity(attached(policies));
    if (boundary.isPresent()) {
      layers = layers.withBoundary(PolicyFile.read(boundary.get()).attached());
    }
    if (!sessionPolicies.isEmpty()) {
      layers = layers.withSession(attached(sessionPolicies));
    }
    if (resourcePolicy.isPresent()) {
      layers =
          layers.withResource(
              ResourcePolicy.of(
                  PolicyFile.read(resourcePolicy.get()).policy(),
                  resourceAccount.orElse(caller.account())));
    }
    if (!serviceControl.isEmpty()) {
      layers = layers.withServiceControl(attached(serviceControl).stream().map(List::of).toList());
    }
    return layers.decide(Request.of(caller, action, resource, context(caller)));
  }

  private static List<AttachedPolicy> attached(List<Path> files) {
    return files.stream().map(file -> PolicyFile.read(file).attached()).toList();
  }

  private Principal caller() {
    Arn arn =
        Arn.parse(principal)
            .filter(given -> given.service().equals("iam") || given.service().equals("sts"))
            .orElseThrow(() -> refused("is no ARN of IAM or STS"));
    String[] parts = arn.resource().split("/");
    String name = parts[parts.length - 1];
    return switch (parts[0]) {
      case "root" -> new Principal.Root(arn.partition(), arn.account());
      case "user" -> new Principal.User(principal, arn.account(), "AIDAUNKNOWN");
      case "assumed-role" -> session(arn, parts);
      default -> throw refused("is no user, session of a role or root user: `" + name + "`");
    };
  }

  private Principal session(Arn arn, String[] parts) {
    if (parts.length != 3) {
      throw refused("does not have the form arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION");
    }
    String role = "arn:" + arn.partition() + ":iam::" + arn.account() + ":role/" + parts[1];
    return new Principal.RoleSession(principal, arn.account(), role, "AROAUNKNOWN");
  }

  private StartRefused refused(String why) {
    return new StartRefused("The principal `%s` %s.".formatted(principal, why));
  }

  /** The keys that were given, and those that the principal gives, unless they were. */
  private Context context(Principal caller) {
    Map<String, List<String>> keys = new HashMap<>();
    for (String pair : context) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new StartRefused(
            "The context `%s` does not have the form KEY=VALUE.".formatted(pair));
      }
      keys.computeIfAbsent(Context.fold(pair.substring(0, equals)), key -> new ArrayList<>())
          .add(pair.substring(equals + 1));
    }
    keysOf(caller).forEach((key, value) -> keys.putIfAbsent(Context.fold(key), List.of(value)));
    return Context.of(keys);
  }

  private static Map<String, String> keysOf(Principal caller) {
    return switch (caller) {
      case Principal.User user ->
          Map.of(
              "aws:PrincipalArn", user.arn(),
              "aws:PrincipalAccount", user.account(),
              "aws:PrincipalType", "User",
              "aws:username", user.arn().substring(user.arn().lastIndexOf('/') + 1));
      case Principal.RoleSession session ->
          Map.of(
              "aws:PrincipalArn", session.roleArn(),
              "aws:PrincipalAccount", session.account(),
              "aws:PrincipalType", "AssumedRole");
      default -> Map.of("aws:PrincipalArn", caller.arn(), "aws:PrincipalAccount", caller.account());
    };
  }
}
