package dev.maitred.policy.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.decide.Considered;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Effect;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.request.Request;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every set of policies and every request. */
class LawTest {
  private static final int TRIES = 1_000;

  @Property(tries = TRIES)
  void anExplicitDenyWins(
      @ForAll("policyLists") List<String> policies, @ForAll("requests") Request request) {
    List<String> denied = new ArrayList<>(policies);
    denied.add(
        "{\"Version\":\"2012-10-17\",\"Statement\":"
            + "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}");
    assertThat(Engine.verdict(denied, request)).isEqualTo("explicitDeny");
  }

  @Property(tries = TRIES)
  void nothingIsAllowedWithoutAnAllow(
      @ForAll("denies") List<String> policies, @ForAll("requests") Request request) {
    assertThat(Engine.verdict(policies, request)).isNotEqualTo("allowed");
  }

  @Property(tries = TRIES)
  void orderAndRepetitionDoNotMatter(
      @ForAll("policyLists") List<String> policies, @ForAll("requests") Request request) {
    List<String> shuffled = new ArrayList<>(policies.reversed());
    shuffled.addAll(policies);
    assertThat(Engine.verdict(shuffled, request)).isEqualTo(Engine.verdict(policies, request));
  }

  @Property(tries = TRIES)
  void addingAnAllowNeverTakesAway(
      @ForAll("policyLists") List<String> policies,
      @ForAll("allow") String allow,
      @ForAll("requests") Request request) {
    String before = Engine.verdict(policies, request);
    String after = Engine.verdict(with(policies, allow), request);
    if (before.equals("allowed")) {
      assertThat(after).isEqualTo("allowed");
    } else if (before.equals("explicitDeny")) {
      assertThat(after).isEqualTo("explicitDeny");
    }
  }

  @Property(tries = TRIES)
  void addingADenyNeverGrants(
      @ForAll("policyLists") List<String> policies,
      @ForAll("deny") String deny,
      @ForAll("requests") Request request) {
    String before = Engine.verdict(policies, request);
    String after = Engine.verdict(with(policies, deny), request);
    assertThat(List.of(before, "explicitDeny")).contains(after);
  }

  @Property(tries = TRIES)
  void noFurtherLayerWidens(
      @ForAll("policyLists") List<String> policies,
      @ForAll("policyLists") List<String> further,
      @ForAll("requests") Request request) {
    Layers alone = Engine.layers(policies);
    if (!Engine.verdict(alone, request).equals("allowed")) {
      List<Layers> narrowed = new ArrayList<>();
      narrowed.add(alone.withSession(Engine.attached(further)));
      narrowed.add(alone.withServiceControl(List.of(Engine.attached(further))));
      Engine.attached(further).forEach(policy -> narrowed.add(alone.withBoundary(policy)));
      assertThat(narrowed)
          .allSatisfy(
              layers -> assertThat(Engine.verdict(layers, request)).isNotEqualTo("allowed"));
    }
  }

  @Property(tries = TRIES)
  void theDecidingStatementsAreAmongThoseThatApply(
      @ForAll("policyLists") List<String> policies, @ForAll("requests") Request request) {
    Decision decision = Engine.layers(policies).decide(request);
    boolean denied = applies(decision.considered(), Effect.DENY);
    boolean allowed = applies(decision.considered(), Effect.ALLOW);
    switch (decision) {
      case Decision.Allowed _ -> assertThat(allowed && !denied).isTrue();
      case Decision.DeniedExplicitly _ -> assertThat(denied).isTrue();
      case Decision.DeniedImplicitly _ -> assertThat(allowed || denied).isFalse();
    }
  }

  private static boolean applies(List<Considered> considered, Effect effect) {
    return considered.stream().anyMatch(each -> each.effect() == effect && each.match().matches());
  }

  private static List<String> with(List<String> policies, String statement) {
    List<String> all = new ArrayList<>(policies);
    all.add(policy(statement));
    return all;
  }

  private static String policy(String statement) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}";
  }

  @Provide
  Arbitrary<List<String>> policyLists() {
    return Generated.policies().list().ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> denies() {
    return deny().map(LawTest::policy).list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> allow() {
    return Generated.statement(Arbitraries.just("Allow"));
  }

  @Provide
  Arbitrary<String> deny() {
    return Generated.statement(Arbitraries.just("Deny"));
  }

  @Provide
  Arbitrary<Request> requests() {
    return Generated.requests();
  }
}
