package dev.maitred.conformance.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.syntax.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedCasesTest {
  private static final int MANY = 1_500;

  private static List<PolicyCase> cases(long seed) {
    return GeneratedCases.of(seed, MANY).toList();
  }

  @Test
  void areTheSameForTheSameSeed() {
    assertThat(cases(1)).isEqualTo(cases(1));
    assertThat(cases(2)).isNotEqualTo(cases(1));
  }

  @Test
  void areCasesToTheEngine() {
    Set<Verdict> verdicts = new TreeSet<>();
    cases(1).forEach(each -> verdicts.add(each.verdict()));
    assertThat(verdicts)
        .containsExactly(Verdict.ALLOWED, Verdict.EXPLICIT_DENY, Verdict.IMPLICIT_DENY);
  }

  @Test
  void haveEveryCallerLayerElementAndOperator() {
    Set<String> traits = new TreeSet<>();
    cases(1).forEach(each -> traits.addAll(Traits.of(each)));
    List<String> callers = List.of("user", "session", "federated", "root", "anonymous", "service");
    assertThat(traits).containsAll(callers.stream().map("caller "::concat).toList());
    assertThat(traits)
        .contains("layer identity", "layer boundary", "layer session", "layer service control")
        .contains("layer resource", "layer trust", "resource of another account", "no resource")
        .contains(
            "NotAction", "NotResource", "NotPrincipal", "version 2008", "variable with default")
        .contains("ForAllValues", "ForAnyValue", "IfExists");
    Stream<String> operators = Arrays.stream(Operator.values()).map(Operator::toString);
    assertThat(traits).containsAll(operators.map("operator "::concat).toList());
  }
}
