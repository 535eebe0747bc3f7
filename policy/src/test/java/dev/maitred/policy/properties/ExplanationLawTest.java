package dev.maitred.policy.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.decide.Layer;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.explain.AllowingStatement;
import dev.maitred.policy.explain.Explanation;
import dev.maitred.policy.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every explanation. */
class ExplanationLawTest {
  private static final int TRIES = 1_000;

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void aStatementWhoseRemovalChangesTheAnswerDecidedItAlone(
      @ForAll("statementLists") List<String> identity,
      @ForAll("statementLists") List<String> boundary,
      @ForAll("statementLists") List<String> session,
      @ForAll("requests") Request request) {
    Statements all = new Statements(identity, boundary, session);
    Explanation explanation = all.explain(request);
    for (Layer layer : List.of(Layer.IDENTITY, Layer.BOUNDARY, Layer.SESSION)) {
      List<Integer> critical =
          IntStream.range(0, all.of(layer).size())
              .filter(
                  at ->
                      !all.without(layer, at)
                          .explain(request)
                          .verdict()
                          .equals(explanation.verdict()))
              .boxed()
              .toList();
      if (!critical.isEmpty()) {
        assertThat(deciding(explanation, layer)).isEqualTo(critical);
      }
    }
  }

  private static List<Integer> deciding(Explanation explanation, Layer layer) {
    return explanation.deciding().stream()
        .filter(deciding -> deciding.layer() == layer)
        .map(deciding -> deciding.statement().index())
        .toList();
  }

  /** The statements of one policy in each of three layers. */
  private record Statements(List<String> identity, List<String> boundary, List<String> session) {
    List<String> of(Layer layer) {
      return switch (layer) {
        case IDENTITY -> identity;
        case BOUNDARY -> boundary;
        default -> session;
      };
    }

    Statements without(Layer layer, int index) {
      List<String> rest = new ArrayList<>(of(layer));
      rest.remove(index);
      return switch (layer) {
        case IDENTITY -> new Statements(rest, boundary, session);
        case BOUNDARY -> new Statements(identity, rest, session);
        default -> new Statements(identity, boundary, rest);
      };
    }

    Explanation explain(Request request) {
      Layers layers =
          Engine.layers(List.of(policy(identity)))
              .withBoundary(Engine.attached(List.of(policy(boundary))).getFirst())
              .withSession(Engine.attached(List.of(policy(session))));
      return Explanation.of(layers.decide(request));
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void whatWouldAllowDoesAndNoMore(
      @ForAll("statementLists") List<String> statements,
      @ForAll("requests") Request request,
      @ForAll("requests") Request another) {
    Explanation explanation = new Statements(statements, EVERYTHING, EVERYTHING).explain(request);
    List<String> missing = explanation.wouldAllow().stream().map(AllowingStatement::json).toList();
    if (explanation.verdict().equals("implicitDeny")) {
      List<String> after = new ArrayList<>(statements);
      after.addAll(missing);
      assertThat(new Statements(after, EVERYTHING, EVERYTHING).explain(request).verdict())
          .isEqualTo("allowed");
      boolean differs =
          !another.resource().equals(request.resource())
              || !another.foldedAction().equals(request.foldedAction());
      if (differs && !request.onEveryResource()) {
        assertThat(Engine.verdict(List.of(policy(missing)), another)).isEqualTo("implicitDeny");
      }
    } else {
      assertThat(missing).isEmpty();
    }
  }

  private static final List<String> EVERYTHING =
      List.of("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}");

  // A policy has at least one statement, so one that says nothing here comes last.
  private static String policy(List<String> statements) {
    List<String> all = new ArrayList<>(statements);
    all.add("{\"Effect\":\"Allow\",\"Action\":\"x:Y\",\"Resource\":\"*\"}");
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", all) + "]}";
  }

  @Provide
  Arbitrary<List<String>> statementLists() {
    return Generated.statement(Arbitraries.of("Allow", "Allow", "Allow", "Deny"))
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<Request> requests() {
    return Generated.requests();
  }
}
