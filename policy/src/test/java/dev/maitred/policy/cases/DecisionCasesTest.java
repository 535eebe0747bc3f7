package dev.maitred.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource.ByName;
import dev.maitred.policy.decide.ResourcePolicy;
import dev.maitred.policy.explain.Explanation;
import dev.maitred.policy.match.Match;
import dev.maitred.policy.syntax.Text;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every table of decisions, answered by the engine. */
class DecisionCasesTest {
  @TestFactory
  Stream<DynamicTest> decidesAsTheGuideSays() throws IOException {
    return CaseFiles.below("decision")
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
  }

  private static void check(Case each) {
    Decision decision = layers(each).decide(each.request());
    Explanation explanation = Explanation.of(decision);
    String what = each.name() + "\n" + explanation.toText();
    assertThat(explanation.verdict()).as(what).isEqualTo(each.expected());
    each.reason().ifPresent(kind -> assertThat(firstReason(explanation)).as(what).isEqualTo(kind));
    each.by().ifPresent(sid -> assertThat(sids(explanation)).as(what).contains(sid));
  }

  private static List<String> sids(Explanation explanation) {
    return explanation.deciding().stream()
        .flatMap(deciding -> deciding.statement().sid().stream())
        .map(Text::value)
        .toList();
  }

  private static String firstReason(Explanation explanation) {
    return switch (explanation.considered().getFirst().match()) {
      case Match.Matches _ -> "MATCHES";
      case Match.DoesNotMatch miss -> miss.reason().kind().name();
      case Match.CannotTell doubt -> doubt.reason().kind().name();
      case Match.Presumed doubt -> doubt.reason().kind().name();
    };
  }

  private static Layers layers(Case each) {
    Layers layers = Layers.ofIdentity(attached(each.identity()));
    if (each.boundary().isPresent()) {
      layers = layers.withBoundary(attached(each.boundary().get()));
    }
    if (each.session().isPresent()) {
      layers = layers.withSession(attached(each.session().get()));
    }
    if (each.resourcePolicy().isPresent()) {
      Policy policy = Policy.parse(each.resourcePolicy().get());
      layers = layers.withResource(ResourcePolicy.of(policy, each.owner()));
    }
    if (each.trustPolicy().isPresent()) {
      Policy policy = Policy.parse(each.trustPolicy().get());
      layers = layers.withResource(ResourcePolicy.trust(policy, each.owner()));
    }
    return layers.withServiceControl(
        each.serviceControl().stream().map(DecisionCasesTest::attached).toList());
  }

  private static List<AttachedPolicy> attached(List<String> policies) {
    return policies.stream().map(DecisionCasesTest::attached).toList();
  }

  private static AttachedPolicy attached(String policy) {
    return new AttachedPolicy(new ByName("given"), Policy.parse(policy));
  }
}
