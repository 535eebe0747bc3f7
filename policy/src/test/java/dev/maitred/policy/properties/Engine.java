package dev.maitred.policy.properties;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource.ByName;
import dev.maitred.policy.explain.Explanation;
import dev.maitred.policy.request.Request;
import java.util.List;

/** The engine, asked about policies as texts. */
final class Engine {
  private Engine() {}

  static String verdict(List<String> identity, Request request) {
    return verdict(layers(identity), request);
  }

  static String verdict(Layers layers, Request request) {
    return Explanation.of(layers.decide(request)).verdict();
  }

  static Layers layers(List<String> identity) {
    return Layers.ofIdentity(attached(identity));
  }

  static List<AttachedPolicy> attached(List<String> policies) {
    return policies.stream()
        .map(text -> new AttachedPolicy(new ByName("given"), Policy.parse(text)))
        .toList();
  }
}
