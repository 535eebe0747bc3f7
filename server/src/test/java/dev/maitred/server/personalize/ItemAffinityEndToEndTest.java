package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.server.Cinema;
import dev.maitred.server.RunningServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;

/** The recipes that find users, over the socket. */
class ItemAffinityEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  @Test
  void isTrainedAndMeasuredAndNotDeployed() {
    Cinema cinema = Cinema.open(server.root(), server.account()).withFilms();

    for (String recipe : List.of("aws-item-affinity", "aws-item-attribute-affinity")) {
      String version = cinema.version(recipe, settings -> {});

      try (PersonalizeClient personalize = server.root().personalize()) {
        assertThat(personalize.getSolutionMetrics(r -> r.solutionVersionArn(version)).metrics())
            .as(recipe)
            .containsKeys("coverage", "hit_at_k");
      }
      assertThatThrownBy(() -> cinema.campaign(version, "segments", settings -> {}))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("finds segments of users");
    }
  }
}
