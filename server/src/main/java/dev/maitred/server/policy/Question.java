package dev.maitred.server.policy;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.ResourcePolicy;
import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** May this caller do this, under these policies? As options of a command line say it. */
final class Question {
  private static final Pattern ONE_ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9]+");
  private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com");
  private static final String SOMEBODY = "arn:aws:iam::123456789012:user/somebody";

  @Option(
      names = "--policy",
      paramLabel = "FILE",
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
      description = "The policy of the resource; of a role, its trust policy.")
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
          "Who asks: a user, a session or the root user by ARN, a service such as"
              + " s3.amazonaws.com, or anonymous (default: ${DEFAULT-VALUE}).")
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
   * @throws Unanswerable if a file or an option is not what it should be
   */
  Decision decide() {
    requireOneAction();
    Principal caller = caller();
    Layers layers = Layers.ofIdentity(attached(policies));
    if (boundary.isPresent()) {
      layers = layers.withBoundary(PolicyFile.read(boundary.get()).attached());
    }
    if (!sessionPolicies.isEmpty()) {
      layers = layers.withSession(attached(sessionPolicies));
    }
    if (!serviceControl.isEmpty()) {
      layers = layers.withServiceControl(attached(serviceControl).stream().map(List::of).toList());
    }
    return withResourcePolicy(layers, caller)
        .decide(Request.of(caller, action, resource, context(caller)));
  }

  private void requireOneAction() {
    if (!ONE_ACTION.matcher(action).matches()) {
      throw new Unanswerable(
          "The action `%s` is no single action, such as s3:GetObject.".formatted(action));
    }
    if (!resource.equals("*") && Arn.parse(resource).isEmpty()) {
      throw new Unanswerable("The resource `%s` is neither an ARN nor *.".formatted(resource));
    }
  }

  private Layers withResourcePolicy(Layers layers, Principal caller) {
    String account = resourceAccount.orElse(caller.account());
    if (resourceAccount.isPresent() && !Arn.isAccountId(account)) {
      throw new Unanswerable("The account `%s` is not 12 digits.".formatted(account));
    }
    if (resourcePolicy.isPresent()) {
      Policy policy = PolicyFile.read(resourcePolicy.get()).policy();
      return layers.withResource(
          Arn.parse(resource).map(Arn::isRole).orElse(false)
              ? ResourcePolicy.trust(policy, account)
              : ResourcePolicy.of(policy, account));
    }
    if (resourceAccount.isPresent()) {
      throw new Unanswerable("--resource-account needs a --resource-policy.");
    }
    return layers;
  }

  private static List<AttachedPolicy> attached(List<Path> files) {
    return files.stream().map(file -> PolicyFile.read(file).attached()).toList();
  }

  private Principal caller() {
    if (principal.equals("anonymous")) {
      return new Principal.Anonymous();
    }
    if (SERVICE.matcher(principal).matches()) {
      return new Principal.Service(principal);
    }
    Arn arn =
        Arn.parse(principal)
            .filter(given -> given.service().equals("iam") || given.service().equals("sts"))
            .orElseThrow(() -> refused("is no ARN of IAM or STS, no service and not anonymous"));
    String[] parts = arn.resource().split("/");
    return switch (parts[0]) {
      case "root" -> new Principal.Root(arn.partition(), arn.account());
      case "user" -> new Principal.User(principal, arn.account(), "AIDAUNKNOWN");
      case "assumed-role" -> session(arn, parts);
      case "federated-user" -> new Principal.FederatedUser(principal, arn.account(), "");
      default -> throw refused("is no user, session of a role, federated user or root user");
    };
  }

  private Principal session(Arn arn, String[] parts) {
    if (parts.length != 3) {
      throw refused("does not have the form arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION");
    }
    String role = "arn:" + arn.partition() + ":iam::" + arn.account() + ":role/" + parts[1];
    return new Principal.RoleSession(principal, arn.account(), role, "AROAUNKNOWN");
  }

  private Unanswerable refused(String why) {
    return new Unanswerable("The principal `%s` %s.".formatted(principal, why));
  }

  /** The keys that were given, and those that the principal gives, unless they were. */
  private Context context(Principal caller) {
    Map<String, List<String>> keys = new HashMap<>();
    for (String pair : context) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new Unanswerable(
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
              "aws:username", Arn.nameIn(user.arn()));
      case Principal.RoleSession session ->
          Map.of(
              "aws:PrincipalArn", session.roleArn(),
              "aws:PrincipalAccount", session.account(),
              "aws:PrincipalType", "AssumedRole");
      case Principal.Service service ->
          Map.of("aws:PrincipalIsAWSService", "true", "aws:PrincipalServiceName", service.name());
      case Principal.Anonymous _ -> Map.of("aws:PrincipalType", "Anonymous");
      default -> Map.of("aws:PrincipalArn", caller.arn(), "aws:PrincipalAccount", caller.account());
    };
  }
}
