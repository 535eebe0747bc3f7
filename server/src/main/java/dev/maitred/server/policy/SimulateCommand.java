package dev.maitred.server.policy;

import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.explain.Explanation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers one question in one line. */
@Command(
    name = "simulate",
    description =
        "Says whether policies allow an action: `allowed`, `explicitDeny` or `implicitDeny`.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code: 0 if it is allowed, 1 if it is denied, 2 if the question can't be answered."
    })
final class SimulateCommand implements Callable<Integer> {
  @Mixin private Question question = new Question();

  @Override
  public Integer call() {
    Decision decision = question.decide();
    Explanation explanation = Explanation.of(decision);
    System.out.println(explanation.verdict() + " " + explanation.reason());
    return decision instanceof Decision.Allowed ? 0 : 1;
  }
}
