package dev.maitred.personalize.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.ControlPlane;
import dev.maitred.personalize.Learner;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StoppingTest {
  @TempDir Path dir;

  @Test
  void endsInTheMidstOfALongTraining() {
    try (Learner learner = new Learner(dir)) {
      String dataset = learner.imported("shop", Learner.ring(2600));
      String solution = learner.solution(dataset, "next", "aws-user-personalization", Map.of());
      String version =
          learner
              .control()
              .createSolutionVersion(in -> in.solutionArn(solution))
              .solutionVersionArn();
      ControlPlane.await(true, () -> fraction(learner, version) > 0.15);
      JsonNode progress = learner.plane().extra("progress", version, Map.of());
      assertThat(progress.get("state").asString()).isEqualTo("RUNNING");
      assertThat(progress.get("text").asString()).isNotEmpty();
      assertThat(progress.get("secondsLeft").asLong()).isNotNegative();

      learner.control().stopSolutionVersionCreation(in -> in.solutionVersionArn(version));

      ControlPlane.await("CREATE STOPPED", () -> learner.version(version).status());
      assertThat(dir.resolve("models"))
          .satisfiesAnyOf(
              models -> assertThat(models).doesNotExist(),
              models -> assertThat(models).isEmptyDirectory());
    }
  }

  private static double fraction(Learner learner, String version) {
    return learner.plane().extra("progress", version, Map.of()).get("fraction").asDouble();
  }
}
