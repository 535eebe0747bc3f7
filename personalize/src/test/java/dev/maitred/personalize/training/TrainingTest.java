package dev.maitred.personalize.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.personalize.Learner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

class TrainingTest {
  @TempDir Path dir;
  private Learner learner;

  @BeforeEach
  void open() {
    learner = new Learner(dir);
  }

  @AfterEach
  void close() {
    learner.close();
  }

  @Test
  void makesAVersionActiveWithItsMetrics() {
    String dataset = learner.imported("shop", Learner.ring(60));

    SolutionVersion version =
        learner.trained(learner.solution(dataset, "next", "aws-user-personalization", Map.of()));

    assertThat(version.status()).isEqualTo("ACTIVE");
    assertThat(version.trainingHours()).isPositive();
    Map<String, Double> metrics = metrics(version);
    assertThat(metrics).containsKeys("coverage", "precision_at_5", "mean_reciprocal_rank_at_25");
    assertThat(metrics.get("mean_reciprocal_rank_at_25")).isGreaterThan(0.5);
  }

  @Test
  void givesTheSameFilesForTheSameData() throws IOException {
    String dataset = learner.imported("shop", Learner.ring(60));
    String solution = learner.solution(dataset, "next", "aws-user-personalization", Map.of());

    SolutionVersion one = learner.trained(solution);
    SolutionVersion other = learner.trained(solution);

    assertThat(files(one)).hasSize(8).isEqualTo(files(other));
    assertThat(metrics(one)).isEqualTo(metrics(other));
  }

  @Test
  void failsWithFewerThan25UsersOfTwoInteractions() {
    String csv = "USER_ID,ITEM_ID,EVENT_TYPE,TIMESTAMP\n";
    StringBuilder rows = new StringBuilder(csv);
    for (int row = 0; row < 1200; row++) {
      rows.append("u%d,i%d,click,%d%n".formatted(row % 24, row % 7, 1000 + row));
    }
    String dataset = learner.imported("shop", rows.toString());

    SolutionVersion version =
        learner.trained(learner.solution(dataset, "popular", "aws-popularity-count", Map.of()));

    assertThat(version.status()).isEqualTo("CREATE FAILED");
    assertThat(version.failureReason())
        .isEqualTo(
            "Create failed. Dataset has fewer than 25 users with at least 2 interactions each.");
  }

  @Test
  void countsTheInteractionsAfterFilteringByEventType() {
    String dataset = learner.imported("shop", Learner.ring(60));

    SolutionVersion version =
        learner.trained(
            learner.solution(
                dataset, "popular", "aws-popularity-count", Map.of("eventType", "buy")));

    assertThat(version.failureReason())
        .isEqualTo(
            "Create failed. Dataset has fewer than 1000 interactions after filtering by event"
                + " type: buy.");
    assertThat(metrics(version)).isEmpty();
  }

  @Test
  void hasNoMetricsForAVersionThatIsNotThere() {
    assertThatThrownBy(
            () ->
                learner
                    .control()
                    .getSolutionMetrics(
                        in ->
                            in.solutionVersionArn(
                                "arn:aws:personalize:eu-west-1:111122223333:solution/a/b")))
        .hasMessageContaining("does not exist");
  }

  private Map<String, Double> metrics(SolutionVersion version) {
    return learner
        .control()
        .getSolutionMetrics(in -> in.solutionVersionArn(version.solutionVersionArn()))
        .metrics();
  }

  private Map<String, String> files(SolutionVersion version) throws IOException {
    Path folder = new Models(dir.resolve("models")).folder(version.solutionVersionArn());
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
