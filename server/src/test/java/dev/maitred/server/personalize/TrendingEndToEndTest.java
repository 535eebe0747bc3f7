package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.server.Cinema;
import dev.maitred.server.RunningServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;

/** What is on the rise, over the socket. */
class TrendingEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  private static Cinema cinema;
  private static String campaign;

  @BeforeAll
  static void open() {
    cinema = Cinema.open(server.root(), server.account());
    campaign = cinema.campaign("aws-trending-now");
  }

  @Test
  void countsWhatIsStreamedWithoutATraining() {
    String tracker = cinema.tracker();

    rise(tracker, "i33", 40, 100);
    assertThat(first()).isEqualTo("i33");
    rise(tracker, "i4", 60, 300);
    assertThat(first()).isEqualTo("i4");

    server.restart();
    assertThat(first()).isEqualTo("i4");
  }

  private static void rise(String tracker, String item, int events, long from) {
    for (int event = 0; event < events; event++) {
      cinema.put(tracker, "w" + event, item, from + event);
    }
  }

  private static String first() {
    try (PersonalizeRuntimeClient runtime = server.root().runtime()) {
      return runtime
          .getRecommendations(r -> r.campaignArn(campaign).userId("u1").numResults(3))
          .itemList()
          .getFirst()
          .itemId();
    }
  }
}
