package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.server.Cinema;
import dev.maitred.server.RunningServer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

/** A list in the order that suits a user, over the socket. */
class PersonalizedRankingEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  private static Cinema cinema;
  private static String campaign;

  @BeforeAll
  static void open() {
    cinema = Cinema.open(server.root(), server.account());
    campaign = cinema.campaign("aws-personalized-ranking-v2");
  }

  @Test
  void ordersAListByTheLatestEventWithWhatItDoesNotKnowLast() {
    String tracker = cinema.tracker();

    cinema.put(tracker, "walker", "i7", 10);
    List<PredictedItem> first = rank("walker", "no such film", "i30", "i8", "i12");
    cinema.put(tracker, "walker", "i29", 20);
    List<PredictedItem> second = rank("walker", "no such film", "i30", "i8", "i12");

    assertThat(first).extracting(PredictedItem::itemId).startsWith("i8").endsWith("no such film");
    assertThat(second).extracting(PredictedItem::itemId).startsWith("i30").endsWith("no such film");
    assertThat(first).hasSize(4);
    assertThat(first.getLast().score()).isZero();
    assertThat(first.stream().mapToDouble(PredictedItem::score).sum()).isBetween(0.999, 1.001);
  }

  private static List<PredictedItem> rank(String user, String... list) {
    try (PersonalizeRuntimeClient runtime = server.root().runtime()) {
      return runtime
          .getPersonalizedRanking(r -> r.campaignArn(campaign).userId(user).inputList(list))
          .personalizedRanking();
    }
  }
}
