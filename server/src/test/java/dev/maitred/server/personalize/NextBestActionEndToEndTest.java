package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.server.Cinema;
import dev.maitred.server.RunningServer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.InvalidInputException;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedAction;

/** What a user is to be asked to do, over the socket. */
class NextBestActionEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  private static String version;
  private static String campaign;

  @BeforeAll
  static void open() {
    Cinema cinema = Cinema.open(server.root(), server.account());
    long ago = Instant.now().getEpochSecond() - 86_400;
    cinema.fill(
        "Users",
        """
        {"name": "USER_ID", "type": "string"},
        {"name": "AGE_GROUP", "type": "string", "categorical": true}
        """,
        users());
    cinema.fill(
        "Actions",
        """
        {"name": "ACTION_ID", "type": "string"},
        {"name": "REPEAT_FREQUENCY", "type": ["long", "null"]},
        {"name": "ACTION_EXPIRATION_TIMESTAMP", "type": ["long", "null"]}
        """,
        """
        ACTION_ID,REPEAT_FREQUENCY,ACTION_EXPIRATION_TIMESTAMP
        join,,
        newsletter,,
        once,30,
        over,,1500000000
        """);
    cinema.fill(
        "Action_Interactions",
        """
        {"name": "USER_ID", "type": "string"}, {"name": "ACTION_ID", "type": "string"},
        {"name": "EVENT_TYPE", "type": "string"}, {"name": "TIMESTAMP", "type": "long"}
        """,
        actionInteractions(ago));
    version = cinema.version("aws-next-best-action", settings -> {});
    campaign = cinema.campaign(version, "actions", settings -> {});
  }

  @Test
  void asksEachUserForWhatUsersLikeThemDo() {
    assertThat(ask("a young one").getFirst().actionId()).isEqualTo("join");
    assertThat(ask("an old one").getFirst().actionId()).isEqualTo("newsletter");
    assertThat(ask("a young one")).allMatch(action -> action.score() >= 0 && action.score() <= 1);
  }

  @Test
  void withholdsWhatIsOverAndWhatTheUserHasJustDone() {
    assertThat(ask("u2")).extracting(PredictedAction::actionId).doesNotContain("over", "once");
    assertThat(ask("a stranger")).extracting(PredictedAction::actionId).contains("once");
  }

  @Test
  void isMeasuredAndAskedForNothingElse() {
    try (PersonalizeClient personalize = server.root().personalize();
        PersonalizeRuntimeClient runtime = server.root().runtime()) {
      assertThat(personalize.getSolutionMetrics(r -> r.solutionVersionArn(version)).metrics())
          .containsKeys("coverage", "area_under_curve");
      assertThatThrownBy(
              () -> runtime.getRecommendations(r -> r.campaignArn(campaign).userId("u1")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("GetRecommendations is not for campaigns of the recipe");
    }
  }

  private static List<PredictedAction> ask(String user) {
    try (PersonalizeRuntimeClient runtime = server.root().runtime()) {
      return runtime
          .getActionRecommendations(r -> r.campaignArn(campaign).userId(user))
          .actionList();
    }
  }

  private static String users() {
    StringBuilder csv = new StringBuilder("USER_ID,AGE_GROUP\n");
    csv.append("a young one,young\nan old one,old\n");
    for (int user = 0; user < 120; user++) {
      csv.append("u%d,%s%n".formatted(user, user % 2 == 0 ? "young" : "old"));
    }
    return csv.toString();
  }

  /** The young join, the old take the newsletter; everybody has done what is done once. */
  private static String actionInteractions(long time) {
    StringBuilder csv = new StringBuilder("USER_ID,ACTION_ID,EVENT_TYPE,TIMESTAMP\n");
    for (int user = 0; user < 120; user++) {
      boolean young = user % 2 == 0;
      csv.append("u%d,join,%s,%d%n".formatted(user, young ? "Taken" : "Not Taken", time + user));
      csv.append(
          "u%d,newsletter,%s,%d%n".formatted(user, young ? "Not Taken" : "Taken", time + user));
      csv.append("u%d,once,Viewed,%d%n".formatted(user, time + user));
    }
    return csv.toString();
  }
}
