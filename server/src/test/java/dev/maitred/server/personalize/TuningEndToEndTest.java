package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.server.Cinema;
import dev.maitred.server.RunningServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/** Hyperparameter optimization, over the socket. */
class TuningEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  @Test
  void choosesWithinTheRangesAndTellsWhatItChose() {
    Cinema cinema = Cinema.open(server.root(), server.account());

    String version =
        cinema.version(
            "aws-sims",
            settings ->
                settings
                    .performHPO(true)
                    .solutionConfig(
                        config ->
                            config.hpoConfig(
                                hpo ->
                                    hpo.hpoResourceConfig(
                                            r ->
                                                r.maxNumberOfTrainingJobs("4")
                                                    .maxParallelTrainingJobs("2"))
                                        .algorithmHyperParameterRanges(
                                            ranges ->
                                                ranges
                                                    .integerHyperParameterRanges(List.of())
                                                    .categoricalHyperParameterRanges(List.of())
                                                    .continuousHyperParameterRanges(
                                                        range ->
                                                            range
                                                                .name("popularity_discount_factor")
                                                                .minValue(0.6)
                                                                .maxValue(0.9))))));

    try (PersonalizeClient personalize = server.root().personalize()) {
      SolutionVersion trained =
          personalize.describeSolutionVersion(r -> r.solutionVersionArn(version)).solutionVersion();
      assertThat(trained.performHPO()).isTrue();
      assertThat(trained.tunedHPOParams().algorithmHyperParameters())
          .hasSize(1)
          .hasEntrySatisfying(
              "popularity_discount_factor",
              value -> assertThat(Double.parseDouble(value)).isBetween(0.6, 0.9));
      assertThat(personalize.getSolutionMetrics(r -> r.solutionVersionArn(version)).metrics())
          .containsKey("normalized_discounted_cumulative_gain_at_25");
    }
  }
}
