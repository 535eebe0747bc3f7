package dev.maitred.personalize.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.personalize.ControlPlane;
import dev.maitred.personalize.Shop;
import dev.maitred.wire.AwsError;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeevents.model.Event;

class PutEventsTest {
  private static final String SCHEMA =
      """
      {"type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "USER_ID", "type": "string"},
         {"name": "ITEM_ID", "type": "string"},
         {"name": "EVENT_TYPE", "type": "string"},
         {"name": "EVENT_VALUE", "type": ["float", "null"]},
         {"name": "NUM_RATINGS", "type": "int"},
         {"name": "DEVICE", "type": ["null", "string"], "categorical": true},
         {"name": "FLAG", "type": ["boolean", "null"]},
         {"name": "SCORE", "type": ["double", "null"]},
         {"name": "TIMESTAMP", "type": "long"}],
       "version": "1.0"}""";

  private static final String STRICT_SCHEMA =
      """
      {"type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "USER_ID", "type": "string"}, {"name": "ITEM_ID", "type": "string"},
         {"name": "EVENT_TYPE", "type": "string"}, {"name": "EVENT_VALUE", "type": "float"},
         {"name": "TIMESTAMP", "type": "long"}],
       "version": "1.0"}""";
  private static final String ONE_RATING = "{\"numRatings\": 1}";

  @TempDir Path dir;
  private ControlPlane plane;
  private String group;

  @BeforeEach
  void open() {
    plane = ControlPlane.running(dir);
    Shop shop = new Shop(plane.client());
    group = shop.group("shop");
    shop.dataset(group, "INTERACTIONS", SCHEMA);
  }

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void storesMembersAndPropertiesUnderTheSchemasNames() {
    put(
        tracker(),
        event ->
            event
                .itemId("i1")
                .eventValue(4.5f)
                .eventId("e1")
                .recommendationId("RID-1")
                .impression("i1", "i2")
                .properties("{\"numRatings\": \"12\", \"device\": \"phone|tv\"}"));

    assertThat(stored())
        .containsExactly(
            "ada session i1 click 4.5 1700000000 e1 {\"NUM_RATINGS\":12,\"DEVICE\":\"phone|tv\","
                + "\"IMPRESSION\":\"i1|i2\",\"RECOMMENDATION_ID\":\"RID-1\"}");
  }

  @Test
  void takesItemAndValueFromThePropertiesAsOldSamplesGiveThem() {
    put(
        tracker(),
        event ->
            event.properties("{\"itemId\": \"i7\", \"eventValue\": \"3\", \"numRatings\": 1}"));

    assertThat(stored())
        .containsExactly("ada session i7 click 3.0 1700000000 null {\"NUM_RATINGS\":1}");
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "refused-properties.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void refusesEventsThatDoNotFitTheSchema(String properties, String message) {
    String tracker = tracker();
    assertThatThrownBy(() -> put(tracker, event -> event.itemId("i1").properties(properties)))
        .isInstanceOfSatisfying(
            AwsError.class, e -> assertThat(e.code()).isEqualTo("InvalidInputException"))
        .hasMessage(message);
    assertThat(stored()).isEmpty();
  }

  @Test
  void refusesEventsWithoutAnItemOrWithOneThatNoFileCouldHold() {
    String tracker = tracker();
    assertThatThrownBy(() -> put(tracker, event -> event.properties(ONE_RATING)))
        .hasMessage("eventList[0].itemId is missing.");
    assertThatThrownBy(() -> put(tracker, event -> event.itemId("a\nb").properties(ONE_RATING)))
        .hasMessage("eventList[0].itemId must have at most 256 characters and no line break.");
    assertThat(stored()).isEmpty();
  }

  @Test
  void refusesAValueThatIsNoNumberAndATimeThatIsNone() {
    String tracker = tracker();
    Consumer<Event.Builder> click = event -> event.itemId("i1").properties(ONE_RATING);
    assertThatThrownBy(() -> put(tracker, click.andThen(event -> event.eventValue(Float.NaN))))
        .hasMessage("eventList[0].eventValue must be a number.");
    assertThatThrownBy(
            () -> put(tracker, click.andThen(event -> event.sentAt(Instant.ofEpochSecond(-5)))))
        .hasMessage("eventList[0].sentAt must be a time since 1970.");
    assertThat(stored()).isEmpty();
  }

  @Test
  void refusesAnEventWithoutAValueThatTheSchemaRequires() {
    Shop shop = new Shop(plane.client());
    String strict = shop.group("strict");
    shop.dataset(strict, "INTERACTIONS", STRICT_SCHEMA);
    String tracker = tracker(strict);
    assertThatThrownBy(() -> put(tracker, event -> event.itemId("i1")))
        .hasMessage("eventList[0] lacks eventValue: the column EVENT_VALUE must have a value.");
    put(tracker, event -> event.itemId("i1").eventValue(1f));
    assertThat(stored()).hasSize(1);
  }

  @Test
  void knowsNoTrackerOfAnotherRegion() {
    String tracker = tracker();
    Consumer<Event.Builder> click = event -> event.itemId("i1").properties(ONE_RATING);
    put(tracker, click);

    PersonalizeEventsClient elsewhere = plane.client(PersonalizeEventsClient.class, "us-east-1");
    assertThatThrownBy(
            () -> elsewhere.putEvents(in -> in.trackingId(tracker).sessionId("s").eventList(click)))
        .hasMessage("No event tracker has this trackingId.");
  }

  @Test
  void refusesATrackerThatIsNotThereOrIsGone() {
    String tracker = tracker();
    Consumer<Event.Builder> click = event -> event.itemId("i1").properties(ONE_RATING);
    put(tracker, click);
    plane
        .client()
        .deleteEventTracker(
            in -> in.eventTrackerArn(arn("event-tracker/" + tracker.substring(0, 8))));

    assertThatThrownBy(() -> put(tracker, click))
        .hasMessage("No event tracker has this trackingId.");
    assertThatThrownBy(() -> put("00000000", click))
        .hasMessage("No event tracker has this trackingId.");
    assertThat(stored()).hasSize(1);
  }

  @Test
  void allowsOneTrackerAGroup() {
    tracker();

    assertThatThrownBy(
            () -> plane.client().createEventTracker(in -> in.name("second").datasetGroupArn(group)))
        .hasMessageContaining("can have only one");
    assertThat(plane.client().listEventTrackers(in -> in.datasetGroupArn(group)).eventTrackers())
        .singleElement()
        .satisfies(tracker -> assertThat(tracker.name()).isEqualTo("clicks"));
  }

  private String tracker() {
    return tracker(group);
  }

  private String tracker(String group) {
    var tracker = plane.client().createEventTracker(in -> in.name("clicks").datasetGroupArn(group));
    ControlPlane.await(
        "ACTIVE",
        () ->
            plane
                .client()
                .describeEventTracker(in -> in.eventTrackerArn(tracker.eventTrackerArn()))
                .eventTracker()
                .status());
    return tracker.trackingId();
  }

  private void put(String tracker, Consumer<Event.Builder> event) {
    plane
        .client(PersonalizeEventsClient.class, ControlPlane.REGION)
        .putEvents(
            in ->
                in.trackingId(tracker)
                    .userId("ada")
                    .sessionId("session")
                    .eventList(
                        builder ->
                            event.accept(
                                builder
                                    .eventType("click")
                                    .sentAt(Instant.ofEpochSecond(1_700_000_000)))));
  }

  private List<String> stored() {
    return plane
        .database()
        .read(
            h ->
                h.createQuery(
                        """
                        select concat_ws(' ', user, session, item, type, value, time,
                          coalesce(event_id, 'null'), details)
                        from personalize_event order by number""")
                    .mapTo(String.class)
                    .list());
  }

  private static String arn(String id) {
    return "arn:aws:personalize:" + ControlPlane.REGION + ":" + ControlPlane.ACCOUNT + ":" + id;
  }
}
