package dev.maitred.policy.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.naive.NaiveEvaluator;
import dev.maitred.policy.request.Request;
import dev.maitred.policy.syntax.Document;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The engine and the naive evaluator decide alike. */
class AgreementTest {
  @Property
  void onIdentityPolicies(
      @ForAll("policyLists") List<String> policies, @ForAll("requests") Request request) {
    List<Document> documents = policies.stream().map(Document::parse).toList();
    assertThat(Engine.verdict(policies, request))
        .isEqualTo(NaiveEvaluator.decide(documents, Optional.empty(), Optional.empty(), request));
  }

  @Property
  void onBoundariesAndSessions(
      @ForAll("policyLists") List<String> identity,
      @ForAll("policies") String boundary,
      @ForAll("policyLists") List<String> session,
      @ForAll("requests") Request request) {
    Layers layers =
        Engine.layers(identity)
            .withBoundary(Engine.attached(List.of(boundary)).getFirst())
            .withSession(Engine.attached(session));
    String naive =
        NaiveEvaluator.decide(
            identity.stream().map(Document::parse).toList(),
            Optional.of(Document.parse(boundary)),
            Optional.of(session.stream().map(Document::parse).toList()),
            request);
    assertThat(Engine.verdict(layers, request)).isEqualTo(naive);
  }

  @Provide
  Arbitrary<String> policies() {
    return Generated.policies();
  }

  @Provide
  Arbitrary<List<String>> policyLists() {
    return Generated.policies().list().ofMaxSize(3);
  }

  @Provide
  Arbitrary<Request> requests() {
    return Generated.requests();
  }
}
