package dev.maitred.policy.decide;

import java.util.List;

/**
 * The statements of one layer, ready to be asked.
 *
 * @param all in the order of the policies
 * @param denies those with the effect {@code Deny}
 * @param allows those with the effect {@code Allow}
 */
record LayerRules(List<Rule> all, RuleIndex denies, RuleIndex allows) {
  static final LayerRules NONE = new LayerRules(List.of(), RuleIndex.EMPTY, RuleIndex.EMPTY);

  static LayerRules of(Layer layer, List<AttachedPolicy> policies) {
    return of(layer, policies, false);
  }

  /** The statements of the resource's policy, asked about callers with or without a boundary. */
  static LayerRules of(ResourcePolicy policy, boolean bounded) {
    return of(policy.layer(), List.of(policy.attached()), bounded);
  }

  private static LayerRules of(Layer layer, List<AttachedPolicy> policies, boolean bounded) {
    List<Rule> all =
        policies.stream()
            .flatMap(
                attached ->
                    attached.policy().statements().stream()
                        .map(statement -> new Rule(layer, attached.source(), statement, bounded)))
            .toList();
    return new LayerRules(
        all,
        RuleIndex.of(withEffect(Effect.DENY, all)),
        RuleIndex.of(withEffect(Effect.ALLOW, all)));
  }

  private static List<Rule> withEffect(Effect effect, List<Rule> rules) {
    return rules.stream().filter(rule -> rule.effect() == effect).toList();
  }
}
