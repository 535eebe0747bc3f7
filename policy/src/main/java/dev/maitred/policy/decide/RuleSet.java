package dev.maitred.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements of all layers, sorted by what they are asked for.
 *
 * @param all in the order of the layers
 * @param denies every {@code Deny}, in the order of the layers
 * @param serviceControlAllows for each level of the organization
 */
record RuleSet(
    List<Rule> all,
    List<Rule> denies,
    List<List<Rule>> serviceControlAllows,
    List<Rule> resourceAllows,
    List<Rule> identityAllows,
    List<Rule> boundaryAllows,
    List<Rule> sessionAllows) {

  static RuleSet of(Layers layers) {
    List<List<Rule>> serviceControl =
        layers.serviceControl().stream().map(level -> rules(Layer.SERVICE_CONTROL, level)).toList();
    List<Rule> resource =
        layers.resource().map(p -> rules(p.layer(), List.of(p.attached()))).orElse(List.of());
    List<Rule> identity = rules(Layer.IDENTITY, layers.identity());
    List<Rule> boundary = rules(Layer.BOUNDARY, layers.boundary().stream().toList());
    List<Rule> session = rules(Layer.SESSION, layers.session().orElse(List.of()));

    List<Rule> all = new ArrayList<>();
    serviceControl.forEach(all::addAll);
    Stream.of(resource, identity, boundary, session).forEach(all::addAll);
    return new RuleSet(
        List.copyOf(all),
        withEffect(Effect.DENY, all),
        serviceControl.stream().map(level -> withEffect(Effect.ALLOW, level)).toList(),
        withEffect(Effect.ALLOW, resource),
        withEffect(Effect.ALLOW, identity),
        withEffect(Effect.ALLOW, boundary),
        withEffect(Effect.ALLOW, session));
  }

  private static List<Rule> rules(Layer layer, List<AttachedPolicy> policies) {
    return policies.stream()
        .flatMap(
            attached ->
                attached.policy().statements().stream()
                    .map(statement -> new Rule(layer, attached.source(), statement)))
        .toList();
  }

  private static List<Rule> withEffect(Effect effect, List<Rule> rules) {
    return rules.stream().filter(rule -> rule.effect() == effect).toList();
  }
}
