package dev.maitred.policy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Considered;
import dev.maitred.policy.decide.Deciding;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Effect;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource.ByName;
import dev.maitred.policy.decide.ResourcePolicy;
import dev.maitred.policy.explain.AccessDenied;
import dev.maitred.policy.explain.Explanation;
import dev.maitred.policy.naive.NaiveEvaluator;
import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Document;
import dev.maitred.policy.syntax.PolicySyntaxException;
import dev.maitred.policy.syntax.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Any policy decides any request in every layer, and the explanation tells that decision. */
class DecisionFuzzTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** More than are compared one by one, so that they are found by their index. */
  private static final int MANY = 6;

  /** {@code data} is the text of a {@link Question}. */
  @FuzzTest
  void decidesAndExplains(byte[] data) {
    Question question = Question.of(new String(data, UTF_8));
    try {
      decide(Policy.parse(question.policy()), question.request());
    } catch (PolicySyntaxException notAPolicy) {
      assertThat(notAPolicy.problem()).isNotBlank();
    }
  }

  private static void decide(Policy policy, Request request) {
    AttachedPolicy attached = new AttachedPolicy(new ByName("given"), policy);
    Layers alone = Layers.ofIdentity(List.of(attached));
    Layers none = Layers.ofIdentity(List.of());
    check(alone, request);
    check(alone.withBoundary(attached), request);
    check(alone.withSession(List.of(attached)), request);
    check(alone.withServiceControl(List.of(List.of(attached), List.of(attached))), request);
    check(none.withResource(ResourcePolicy.of(policy, "111122223333")), request);
    check(none.withResource(ResourcePolicy.of(policy, "444455556666")), request);
    check(alone.withResource(ResourcePolicy.trust(policy, "111122223333")), request);
    theIndexLeavesNothingOut(attached, alone, request);
    theNaiveEvaluatorAgrees(policy.document(), alone, request);
  }

  private static void check(Layers layers, Request request) {
    Decision decision = layers.decide(request);
    Explanation explanation = Explanation.of(decision);
    List<Considered> considered = explanation.considered();
    for (Deciding deciding : explanation.deciding()) {
      assertThat(considered).anyMatch(each -> isBehind(each, deciding));
    }
    boolean denied =
        considered.stream().anyMatch(c -> c.effect() == Effect.DENY && c.match().matches());
    assertThat(decision instanceof Decision.DeniedExplicitly).isEqualTo(denied);
    if (decision instanceof Decision.Allowed allowed) {
      assertThat(allowed.because().isEmpty() && !(request.principal() instanceof Principal.Root))
          .isFalse();
    }
    assertThat(AccessDenied.message(decision)).startsWith("User: ");
    told(explanation);
  }

  private static boolean isBehind(Considered considered, Deciding deciding) {
    return considered.match().matches()
        && considered.layer() == deciding.layer()
        && considered.statement() == deciding.statement();
  }

  private static void told(Explanation explanation) {
    JsonNode json = MAPPER.readTree(explanation.toJson());
    assertThat(json.get("decision").asString()).isEqualTo(explanation.verdict());
    assertThat(json.get("considered")).hasSize(explanation.considered().size());
    assertThat(explanation.toText()).startsWith(headline(explanation.decision())).endsWith("\n");
    assertThat(explanation.reason()).isNotBlank();
  }

  private static String headline(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> "Allowed: ";
      case Decision.DeniedExplicitly _ -> "Denied by a statement: ";
      case Decision.DeniedImplicitly _ -> "Denied because nothing allows it: ";
    };
  }

  private static void theIndexLeavesNothingOut(
      AttachedPolicy attached, Layers alone, Request request) {
    Layers many = Layers.ofIdentity(Collections.nCopies(MANY, attached));
    Explanation one = Explanation.of(alone.decide(request));
    Explanation other = Explanation.of(many.decide(request));
    assertThat(other.verdict()).isEqualTo(one.verdict());
    assertThat(other.deciding()).isEqualTo(one.deciding());
  }

  private static void theNaiveEvaluatorAgrees(Document policy, Layers alone, Request request) {
    boolean hasRules =
        request.principal() instanceof Principal.User
            && request.isReadable()
            && !isForeign(request)
            && policy.statements().stream().allMatch(DecisionFuzzTest::isKnownToTheNaive);
    if (hasRules) {
      assertThat(Explanation.of(alone.decide(request)).verdict())
          .isEqualTo(
              NaiveEvaluator.decide(List.of(policy), Optional.empty(), Optional.empty(), request));
    }
  }

  private static boolean isForeign(Request request) {
    String owner = request.arn().map(Arn::account).orElse("");
    return owner.matches("\\d{12}") && !owner.equals(request.principal().account());
  }

  private static boolean isKnownToTheNaive(Statement statement) {
    return statement.principal().isEmpty()
        && statement.action().isPresent()
        && statement.resource().isPresent()
        && statement.conditions().stream()
            .map(condition -> condition.operator().operator().name())
            .noneMatch(name -> name.matches("(DATE|BINARY|IP|NOT_IP)_.*"));
  }
}
