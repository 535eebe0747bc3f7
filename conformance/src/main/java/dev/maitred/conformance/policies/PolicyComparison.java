package dev.maitred.conformance.policies;

import dev.maitred.conformance.oracle.IamSimulate;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;

/** Decides the same generated cases by the policy engine and by the oracle, and compares. */
public final class PolicyComparison {
  private static final int AT_A_TIME = 1_000;

  private final List<SettledDifference> differences;
  private final Map<SettledDifference, Integer> settled = new LinkedHashMap<>();
  private final Map<String, List<Disagreement>> unsettled = new LinkedHashMap<>();
  private final Map<Verdict, Integer> agreed = new EnumMap<>(Verdict.class);

  private PolicyComparison() throws IOException {
    differences = SettledDifference.all();
  }

  /**
   * Compares, and prints what came of it: the counts, the settled differences, and for each other
   * cause the smallest case that shows it.
   *
   * @return how many disagreements are not settled
   */
  public static int run(IamSimulate installed, int cases, long seed, PrintStream out)
      throws IOException {
    PolicyComparison comparison = new PolicyComparison();
    try (IamSimulateOracle oracle = new IamSimulateOracle(installed)) {
      Shrinking shrinking = new Shrinking(oracle);
      Iterable<List<PolicyCase>> some =
          GeneratedCases.of(seed, cases).gather(Gatherers.windowFixed(AT_A_TIME))::iterator;
      for (List<PolicyCase> each : some) {
        comparison.compare(oracle, each, shrinking);
      }
    }
    return comparison.print(cases, seed, out);
  }

  private void compare(Oracle oracle, List<PolicyCase> cases, Shrinking shrinking)
      throws IOException {
    List<Oracle.Answer> answers = oracle.ask(cases);
    for (int i = 0; i < cases.size(); i++) {
      Disagreement outcome = Disagreement.of(cases.get(i), answers.get(i));
      if (outcome.isOne()) {
        count(shrinking.shrink(outcome));
      } else {
        agreed.merge(outcome.ours(), 1, Integer::sum);
      }
    }
  }

  private void count(Disagreement small) {
    Optional<SettledDifference> difference =
        differences.stream().filter(each -> each.covers(small)).findFirst();
    if (difference.isPresent()) {
      settled.merge(difference.get(), 1, Integer::sum);
    } else {
      String cause = small.verdicts() + ": " + String.join(", ", Traits.telling(small.given()));
      unsettled.computeIfAbsent(cause, _ -> new ArrayList<>()).add(small);
    }
  }

  private int print(int cases, long seed, PrintStream out) {
    int differ = sum(settled.values());
    int open = unsettled.values().stream().mapToInt(List::size).sum();
    out.printf(
        "%,d cases of seed %d: %,d agree, %,d differ as settled, %,d differ from iam-simulate %s%n",
        cases, seed, sum(agreed.values()), differ, open, IamSimulate.VERSION);
    out.println("agreed: " + agreed);
    settled.forEach(
        (difference, count) ->
            out.printf("%8d  %s (%s)%n", count, difference.name(), difference.guide()));
    unsettled.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
        .forEach(entry -> print(entry.getKey(), entry.getValue(), out));
    return open;
  }

  private static int sum(Collection<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private static void print(String cause, List<Disagreement> found, PrintStream out) {
    Disagreement smallest =
        found.stream()
            .min(Comparator.comparing(each -> each.given().toString().length()))
            .orElseThrow();
    out.printf("%n%d times %s%n  %s%n", found.size(), cause, smallest.given());
    if (!smallest.why().isEmpty()) {
      out.println("  " + smallest.why());
    }
  }
}
