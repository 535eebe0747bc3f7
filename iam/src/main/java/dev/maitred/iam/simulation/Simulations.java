package dev.maitred.iam.simulation;

import dev.maitred.iam.authority.PolicyAuthority;
import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.simulation.Simulation.Question;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.ResourcePolicy;
import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.wire.shape.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyResponse;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/** The policy simulator, and the condition keys that a simulation may need. */
public final class Simulations implements IamHandler {
  private static final Pattern ONE_ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9]+");
  private static final int MOST_QUESTIONS = 10_000;

  /** The policy of a resource in another account that was not given one. */
  private static final AttachedPolicy GRANTS_NOTHING =
      InputPolicies.attached(
          "ResourcePolicy",
          """
          {"Version": "2012-10-17", "Statement":
            {"Effect": "Allow", "Principal": "*", "Action": "none:None", "Resource": "*"}}""");

  private final IamStore store;
  private final PolicyAuthority authority;

  public Simulations(IamStore store, PolicyAuthority authority) {
    this.store = store;
    this.authority = authority;
  }

  @Override
  public SimulateCustomPolicyResponse simulateCustomPolicy(SimulateCustomPolicyRequest in) {
    Layers layers = Layers.ofIdentity(InputPolicies.of("PolicyInputList", in.policyInputList()));
    Principal somebody = user("arn:aws:iam::" + store.account() + ":user/simulated", "");
    return answer(
        in, layers, Optional.ofNullable(in.callerArn()).map(this::caller).orElse(somebody));
  }

  @Override
  public SimulatePrincipalPolicyResponse simulatePrincipalPolicy(
      SimulatePrincipalPolicyRequest in) {
    Identity source = source(in.policySourceArn());
    Layers attached = authority.policiesOf(source.id());
    List<AttachedPolicy> policies = new ArrayList<>(attached.identity());
    policies.addAll(InputPolicies.of("PolicyInputList", in.policyInputList()));
    Layers layers = Layers.ofIdentity(policies);
    if (attached.boundary().isPresent()) {
      layers = layers.withBoundary(attached.boundary().get());
    }
    Principal caller =
        Optional.ofNullable(in.callerArn()).map(this::caller).orElseGet(() -> principal(source));
    String callerArn =
        Optional.ofNullable(in.callerArn())
            .orElse(caller instanceof Principal.User ? caller.arn() : null);
    SimulateCustomPolicyRequest same =
        Shapes.copy(in, SimulateCustomPolicyRequest.builder()).callerArn(callerArn).build();
    return Shapes.copy(answer(same, layers, caller), SimulatePrincipalPolicyResponse.builder())
        .build();
  }

  private SimulateCustomPolicyResponse answer(
      SimulateCustomPolicyRequest in, Layers policies, Principal caller) {
    if (in.resourceHandlingOption() != null) {
      throw IamErrors.invalidInput(
          "ResourceHandlingOption, which tells scenarios of Amazon EC2 apart, is not followed.");
    }
    Layers layers = withResourcePolicy(in, withBoundary(in, policies), caller);
    Simulation simulation = Simulation.of(layers, caller, context(in.contextEntries()));
    List<Question> questions = questions(in);
    Page<Integer> page =
        Page.of(
            IntStream.range(0, questions.size()).boxed().toList(),
            "%05d"::formatted,
            in.marker(),
            in.maxItems());
    return SimulateCustomPolicyResponse.builder()
        .evaluationResults(page.map(at -> simulation.answer(questions.get(at))))
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static Layers withBoundary(SimulateCustomPolicyRequest in, Layers layers) {
    List<AttachedPolicy> boundaries =
        InputPolicies.of(
            "PermissionsBoundaryPolicyInputList", in.permissionsBoundaryPolicyInputList());
    if (boundaries.size() > 1) {
      throw IamErrors.invalidInput("PermissionsBoundaryPolicyInputList can have one policy only.");
    }
    return boundaries.isEmpty() ? layers : layers.withBoundary(boundaries.getFirst());
  }

  private static Layers withResourcePolicy(
      SimulateCustomPolicyRequest in, Layers layers, Principal caller) {
    String owner = in.resourceOwner() == null ? caller.account() : ownerAccount(in.resourceOwner());
    if (in.resourcePolicy() == null) {
      return owner.equals(caller.account())
          ? layers
          : layers.withResource(new ResourcePolicy(GRANTS_NOTHING, owner, false));
    }
    if (in.callerArn() == null || !(caller instanceof Principal.User)) {
      throw IamErrors.invalidInput("A ResourcePolicy needs a CallerArn that is the ARN of a user.");
    }
    if (in.resourceArns().stream()
        .map(Arn::parse)
        .flatMap(Optional::stream)
        .anyMatch(Arn::isRole)) {
      throw IamErrors.invalidInput("A ResourcePolicy can't be that of a role.");
    }
    AttachedPolicy policy = InputPolicies.attached("ResourcePolicy", in.resourcePolicy());
    return layers.withResource(new ResourcePolicy(policy, owner, false));
  }

  /** The account of an owner: SimulateCustomPolicy is given its ARN, the other one its id. */
  private static String ownerAccount(String owner) {
    return Arn.parse(owner)
        .map(Arn::account)
        .or(() -> Optional.of(owner))
        .filter(Arn::isAccountId)
        .orElseThrow(
            () ->
                IamErrors.invalidInput(
                    "ResourceOwner must be an account, such as arn:aws:iam::123456789012:root; it is "
                        + owner
                        + "."));
  }

  private static Map<String, List<String>> context(List<ContextEntry> entries) {
    Map<String, List<String>> context = new HashMap<>();
    for (ContextEntry entry : entries) {
      String key = Optional.ofNullable(entry.contextKeyName()).orElse("");
      if (context.put(Context.fold(key), entry.contextKeyValues()) != null) {
        throw IamErrors.invalidInput("The context key " + key + " is given twice.");
      }
    }
    return context;
  }

  private static List<Question> questions(SimulateCustomPolicyRequest in) {
    List<String> resources = in.resourceArns().isEmpty() ? List.of("*") : in.resourceArns();
    if ((long) in.actionNames().size() * resources.size() > MOST_QUESTIONS) {
      throw IamErrors.invalidInput(
          "A simulation can have at most %d pairs of an action and a resource."
              .formatted(MOST_QUESTIONS));
    }
    List<Question> questions = new ArrayList<>();
    for (String action : in.actionNames()) {
      if (!ONE_ACTION.matcher(action).matches()) {
        throw IamErrors.invalidInput(
            "ActionNames must name single actions, such as s3:GetObject; one is " + action + ".");
      }
      for (String resource : resources) {
        if (!resource.equals("*") && Arn.parse(resource).isEmpty()) {
          throw IamErrors.invalidInput("ResourceArns must be ARNs or *; one is " + resource + ".");
        }
        questions.add(new Question(action, resource));
      }
    }
    return questions;
  }

  @Override
  public GetContextKeysForCustomPolicyResponse getContextKeysForCustomPolicy(
      GetContextKeysForCustomPolicyRequest in) {
    return GetContextKeysForCustomPolicyResponse.builder()
        .contextKeyNames(
            Simulation.keys(InputPolicies.of("PolicyInputList", in.policyInputList()).stream()))
        .build();
  }

  @Override
  public GetContextKeysForPrincipalPolicyResponse getContextKeysForPrincipalPolicy(
      GetContextKeysForPrincipalPolicyRequest in) {
    Layers attached = authority.policiesOf(source(in.policySourceArn()).id());
    return GetContextKeysForPrincipalPolicyResponse.builder()
        .contextKeyNames(
            Simulation.keys(
                Stream.concat(
                    attached.identity().stream(),
                    InputPolicies.of("PolicyInputList", in.policyInputList()).stream())))
        .build();
  }

  /** The user, group or role whose ARN it is. */
  private Identity source(String arn) {
    return store.read(
        tables ->
            Stream.of(Kind.values())
                .flatMap(kind -> tables.identities().find(kind, Arn.nameIn(arn)).stream())
                .filter(identity -> identity.arn(store.account()).equals(arn))
                .findFirst()
                .orElseThrow(
                    () ->
                        IamErrors.noSuchEntity(
                            "The entity with ARN " + arn + " cannot be found.")));
  }

  private Principal principal(Identity identity) {
    String arn = identity.arn(store.account());
    return switch (identity.kind()) {
      case USER -> user(arn, identity.id());
      case GROUP -> user("arn:aws:iam::" + store.account() + ":user/simulated", "");
      case ROLE ->
          new Principal.RoleSession(
              "arn:aws:sts::" + store.account() + ":assumed-role/" + identity.name() + "/simulated",
              store.account(),
              arn,
              identity.id());
    };
  }

  private Principal caller(String arn) {
    Optional<Identity> known =
        store
            .read(tables -> tables.identities().find(Kind.USER, Arn.nameIn(arn)))
            .filter(user -> user.arn(store.account()).equals(arn));
    if (!arn.contains(":user/")) {
      throw IamErrors.invalidInput("CallerArn must be the ARN of a user; it is " + arn + ".");
    }
    return user(arn, known.map(Identity::id).orElse(""));
  }

  private static Principal user(String arn, String id) {
    return new Principal.User(arn, Arn.parse(arn).map(Arn::account).orElse(""), id);
  }
}
