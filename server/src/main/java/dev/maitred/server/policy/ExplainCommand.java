package dev.maitred.server.policy;

import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.explain.Explanation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers one question with what every statement had to say. */
@Command(
    name = "explain",
    description = "Says why policies allow or deny an action: what each statement makes of it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code: 0 if it is allowed, 1 if it is denied, 2 if the question can't be answered."
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private Question question = new Question();

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    Decision decision = question.decide();
    Explanation explanation = Explanation.of(decision);
    System.out.print(json ? explanation.toJson() + System.lineSeparator() : explanation.toText());
    return decision instanceof Decision.Allowed ? 0 : 1;
  }
}
