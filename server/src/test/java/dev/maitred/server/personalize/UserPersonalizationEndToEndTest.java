package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.server.Cinema;
import dev.maitred.server.RunningServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

/** Both versions of the user-personalization recipe, over the socket. */
class UserPersonalizationEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  private static Cinema cinema;
  private static String tracker;

  @BeforeAll
  static void open() {
    cinema = Cinema.open(server.root(), server.account()).withFilms();
    tracker = cinema.tracker();
  }

  @Test
  void followsEventsAndTriesOutNewItemsAndSaysSo() {
    String campaign = cinema.campaign("aws-user-personalization-v2");

    cinema.put(tracker, "walker", "i7", 10);
    assertThat(known(ask(campaign, "walker")).getFirst().itemId()).isEqualTo("i8");
    cinema.put(tracker, "walker", "i29", 20);
    assertThat(known(ask(campaign, "walker")).getFirst().itemId()).isEqualTo("i30");

    List<PredictedItem> tried =
        IntStream.range(0, 40)
            .mapToObj(user -> ask(campaign, "u" + user))
            .flatMap(List::stream)
            .filter(item -> !item.reason().isEmpty())
            .toList();
    assertThat(tried)
        .isNotEmpty()
        .allMatch(item -> item.reason().equals(List.of("Exploration")))
        .extracting(PredictedItem::itemId)
        .containsOnly("sea", "hills");
  }

  @Test
  void goesOnFromAVersionWithItemsThatHaveComeSince() {
    String full = cinema.version("aws-user-personalization", settings -> {});
    for (int user = 0; user < 30; user++) {
      cinema.put(tracker, "v" + user, "i5", 100L * user);
      cinema.put(tracker, "v" + user, "brand-new", 100L * user + 10);
    }

    String updated = cinema.updated(full);

    String campaign = cinema.campaign(updated, "updated", settings -> {});
    cinema.put(tracker, "visitor", "i5", 4_000);
    List<PredictedItem> answer = ask(campaign, "visitor");
    assertThat(answer).extracting(PredictedItem::itemId).contains("brand-new", "i6");
    assertThat(answer).allMatch(item -> item.reason().isEmpty());
    try (PersonalizeClient personalize = server.root().personalize()) {
      assertThat(personalize.getSolutionMetrics(r -> r.solutionVersionArn(full)).metrics())
          .isNotEmpty();
      assertThat(personalize.getSolutionMetrics(r -> r.solutionVersionArn(updated)).metrics())
          .isEmpty();
    }
  }

  private static List<PredictedItem> known(List<PredictedItem> items) {
    return items.stream().filter(item -> item.reason().isEmpty()).toList();
  }

  private static List<PredictedItem> ask(String campaign, String user) {
    try (PersonalizeRuntimeClient runtime = server.root().runtime()) {
      return runtime
          .getRecommendations(r -> r.campaignArn(campaign).userId(user).numResults(10))
          .itemList();
    }
  }
}
