package dev.maitred.server.demo;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/**
 * Chapter three: a solution, and a version of it that is trained.
 *
 * @param solutionArn the solution
 * @param versionArn its trained version
 * @param metrics the offline metrics that Personalize measured on held-out users
 */
record Model(String solutionArn, String versionArn, Map<String, Double> metrics) {

  /** Trains {@code recipe} on the dataset group, showing each change of status and progress. */
  static Model train(
      PersonalizeClient personalize,
      TrainingProgress progress,
      String name,
      String recipe,
      String datasetGroupArn,
      Consumer<String> seen) {
    String solution =
        personalize
            .createSolution(
                r ->
                    r.name(name)
                        .datasetGroupArn(datasetGroupArn)
                        .recipeArn("arn:aws:personalize:::recipe/" + recipe)
                        .performAutoTraining(false))
            .solutionArn();
    Await.active("The solution", () -> solution(personalize, solution), status -> {});
    String version =
        personalize.createSolutionVersion(r -> r.solutionArn(solution)).solutionVersionArn();
    Await.active(
        "The training",
        () -> {
          progress.news(version).ifPresent(seen);
          return version(personalize, version);
        },
        seen);
    return new Model(
        solution,
        version,
        Map.copyOf(personalize.getSolutionMetrics(r -> r.solutionVersionArn(version)).metrics()));
  }

  private static Await.State solution(PersonalizeClient personalize, String arn) {
    Solution solution = personalize.describeSolution(r -> r.solutionArn(arn)).solution();
    return Await.State.of(solution.status(), null);
  }

  private static Await.State version(PersonalizeClient personalize, String arn) {
    SolutionVersion version =
        personalize.describeSolutionVersion(r -> r.solutionVersionArn(arn)).solutionVersion();
    return Await.State.of(version.status(), version.failureReason());
  }
}
