package dev.maitred.personalize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.Learner;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTrendsTest {
  @TempDir Path dir;
  private Learner learner;
  private String campaign;
  private String tracker;
  private int events;

  @BeforeEach
  void open() {
    learner = new Learner(dir);
    String dataset = learner.imported("shop", Learner.ring(60));
    campaign = learner.campaign(dataset, "rising", "aws-trending-now");
    tracker =
        learner
            .control()
            .createEventTracker(in -> in.name("clicks").datasetGroupArn(Learner.group(dataset)))
            .trackingId();
  }

  @AfterEach
  void close() {
    learner.close();
  }

  @Test
  void followsEachEventThatIsStreamed() {
    Instant now = Instant.now().minusSeconds(60);
    put("i17", 6, now);
    assertThat(first()).isEqualTo("i17");
    put("i04", 5, now);
    assertThat(first()).isEqualTo("i17");
    put("i04", 2, now);
    assertThat(first()).isEqualTo("i04");
    learner.restart();
    assertThat(first()).isEqualTo("i04");
  }

  @Test
  void isNotOutdatedByAnEventFromTheFuture() {
    put("i17", 6, Instant.now().minusSeconds(60));
    put("i04", 1, Instant.parse("2100-01-01T00:00:00Z"));

    assertThat(first()).isEqualTo("i17");
  }

  @Test
  void countsAnEventThatIsSentAgainOnce() {
    Instant now = Instant.now().minusSeconds(60);
    for (int time = 0; time < 9; time++) {
      put("i04", "the same", now);
    }
    put("i17", 6, now);

    assertThat(first()).isEqualTo("i17");
  }

  private void put(String item, int times, Instant when) {
    for (int time = 0; time < times; time++) {
      put(item, "event " + events++, when);
    }
  }

  private void put(String item, String eventId, Instant when) {
    learner
        .events()
        .putEvents(
            in ->
                in.trackingId(tracker)
                    .sessionId("visit")
                    .eventList(
                        event ->
                            event.itemId(item).eventType("click").eventId(eventId).sentAt(when)));
  }

  private String first() {
    return learner
        .runtime()
        .getRecommendations(in -> in.campaignArn(campaign).numResults(1))
        .itemList()
        .getFirst()
        .itemId();
  }
}
