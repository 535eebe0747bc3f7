package dev.maitred.personalize.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.Learner;
import dev.maitred.personalize.Shop;
import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.interactions.ActionHistories;
import dev.maitred.personalize.interactions.EventSelection;
import dev.maitred.personalize.interactions.Profiles;
import dev.maitred.personalize.interactions.TrainingSet;
import dev.maitred.personalize.interactions.TrainingSetReader;
import dev.maitred.personalize.interactions.TrainingSource;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Features.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.model.ImportMode;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.TrainingDataConfig;

/** What training reads beside who had what. */
class MetadataTest {
  private static final String INTERACTIONS =
      """
      {"type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "USER_ID", "type": "string"},
         {"name": "ITEM_ID", "type": "string"},
         {"name": "EVENT_TYPE", "type": "string"},
         {"name": "EVENT_VALUE", "type": ["null", "float"]},
         {"name": "TIMESTAMP", "type": "long"},
         {"name": "DEVICE", "type": ["string", "null"], "categorical": true},
         {"name": "NOTE", "type": ["string", "null"]},
         {"name": "PRICE_PAID", "type": ["double", "null"]}],
       "version": "1.0"}""";
  private static final String ITEMS =
      """
      {"type": "record", "name": "Items", "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "ITEM_ID", "type": "string"},
         {"name": "GENRES", "type": ["null", "string"], "categorical": true},
         {"name": "SHELF", "type": ["null", "string"]},
         {"name": "PLOT", "type": ["null", "string"], "textual": true},
         {"name": "PRICE", "type": ["null", "float"]},
         {"name": "ADULT", "type": ["null", "boolean"]},
         {"name": "CREATION_TIMESTAMP", "type": "long"}],
       "version": "1.0"}""";
  private static final String ACTIONS =
      """
      {"type": "record", "name": "Actions", "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "ACTION_ID", "type": "string"},
         {"name": "VALUE", "type": ["null", "long"]}],
       "version": "1.0"}""";
  private static final String ACTION_INTERACTIONS =
      """
      {"type": "record", "name": "ActionInteractions",
       "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "USER_ID", "type": "string"},
         {"name": "ACTION_ID", "type": "string"},
         {"name": "EVENT_TYPE", "type": "string"},
         {"name": "TIMESTAMP", "type": "long"}],
       "version": "1.0"}""";
  private static final String USERS =
      """
      {"type": "record", "name": "Users", "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "USER_ID", "type": "string"},
         {"name": "AGE", "type": ["null", "int"]},
         {"name": "PLAN", "type": ["null", "string"], "categorical": true}],
       "version": "1.0"}""";

  @TempDir Path dir;
  private Learner learner;
  private String group;
  private String interactions;
  private String items;
  private String tracker = "";

  @BeforeEach
  void open() {
    learner = new Learner(dir);
    Shop shop = new Shop(learner.control());
    group = shop.group("shop");
    interactions = shop.dataset(group, "INTERACTIONS", INTERACTIONS);
    learner.fill(interactions, "events", events(), ImportMode.FULL);
    items = shop.dataset(group, "ITEMS", ITEMS);
    learner.fill(
        items,
        "items",
        """
        ITEM_ID,GENRES,SHELF,PLOT,PRICE,ADULT,CREATION_TIMESTAMP
        i00,drama|comedy|drama,a1,"He said \\"hi\\", and left",2.5,true,1500000000
        i01,,a2,,,,1500000001
        🎬 new,comedy,,Something,7,false,1600000000
        """,
        ImportMode.FULL);
    String users = shop.dataset(group, "USERS", USERS);
    learner.fill(
        users, "users", "USER_ID,AGE,PLAN\nu01,30,gold|family\nstranger,44,\n", ImportMode.FULL);
  }

  @AfterEach
  void close() {
    learner.close();
  }

  @Test
  void readsWhatIsKnownOfItemsByTheAttributesOfTheSchema() throws Exception {
    TrainingSet data = read(config -> {});

    assertThat(data.items()).hasSize(31).contains("🎬 new");
    Features known = data.data().items();
    assertThat(known.columns())
        .extracting(Features.Column::name)
        .containsExactly("GENRES", "PLOT", "PRICE", "ADULT", "CREATION_TIMESTAMP");
    int first = data.items().indexOf("i00");
    int fresh = data.items().indexOf("🎬 new");
    assertThat(words(known, "GENRES", first)).containsExactly("drama", "comedy");
    assertThat(words(known, "GENRES", data.items().indexOf("i01"))).isEmpty();
    assertThat(words(known, "GENRES", fresh)).containsExactly("comedy");
    assertThat(words(known, "ADULT", first)).containsExactly("true");
    assertThat(((Texts) known.named("PLOT").orElseThrow()).values().get(first))
        .isEqualTo("He said \"hi\", and left");
    double[] prices = ((Numbers) known.named("PRICE").orElseThrow()).values();
    assertThat(prices[fresh]).isEqualTo(7);
    assertThat(prices[data.items().indexOf("i01")]).isNaN();
    assertThat(data.data().events().history(data.users().indexOf("u01"))).doesNotContain(fresh);
  }

  @Test
  void takesTheNewestRecordOfAnItem() throws Exception {
    learner.fill(
        items,
        "more",
        """
        ITEM_ID,GENRES,SHELF,PLOT,PRICE,ADULT,CREATION_TIMESTAMP
        i00,western,,,,,1500000000
        """,
        ImportMode.INCREMENTAL);

    TrainingSet data = read(config -> {});

    assertThat(words(data.data().items(), "GENRES", data.items().indexOf("i00")))
        .containsExactly("western");
    assertThat(data.data().items().rows()).isEqualTo(31);
  }

  @Test
  void readsWhatIsKnownOfEventsInTheirOrder() throws Exception {
    put("u01", "i07", "{\"device\": \"tv|phone\", \"pricePaid\": 12.5, \"note\": \"gift\"}");

    TrainingSet data = read(config -> {});

    var all = data.data().events();
    Features context = all.context();
    assertThat(context.columns())
        .extracting(Features.Column::name)
        .containsExactly("EVENT_TYPE", "EVENT_VALUE", "DEVICE", "PRICE_PAID");
    int user = data.users().indexOf("u01");
    int first = all.firstEvent()[user];
    int last = all.firstEvent()[user + 1] - 1;
    assertThat(words(context, "EVENT_TYPE", first)).containsExactly("view|once");
    assertThat(words(context, "DEVICE", first)).containsExactly("phone");
    assertThat(words(context, "EVENT_TYPE", last)).containsExactly("buy");
    assertThat(words(context, "DEVICE", last)).containsExactly("tv", "phone");
    double[] paid = ((Numbers) context.named("PRICE_PAID").orElseThrow()).values();
    assertThat(paid[first]).isNaN();
    assertThat(paid[last]).isEqualTo(12.5);
    double[] values = ((Numbers) context.named("EVENT_VALUE").orElseThrow()).values();
    assertThat(Arrays.copyOfRange(values, first, first + 3)).containsExactly(0, 1, 2);
  }

  @Test
  void countsWhatWasShownAndNotTaken() throws Exception {
    assertThat(read(config -> {}).data().ignored()).isEmpty();
    put("u01", "i07", "{}", "i07", "i08", "unknown");
    put("u02", "i09", "{}", "i08", "i08", "🎬 new");

    TrainingSet data = read(config -> {});

    int[] ignored = data.data().ignored();
    assertThat(ignored).hasSize(31);
    assertThat(ignored[data.items().indexOf("i08")]).isEqualTo(2);
    assertThat(ignored[data.items().indexOf("🎬 new")]).isEqualTo(1);
    assertThat(ignored[data.items().indexOf("i07")]).isZero();
  }

  @Test
  void readsWhatUsersDidAboutActions() throws Exception {
    Shop shop = new Shop(learner.control());
    learner.fill(
        shop.dataset(group, "ACTIONS", ACTIONS),
        "actions",
        "ACTION_ID,VALUE\nnewsletter,3\n\"join, now\",\n",
        ImportMode.FULL);
    learner.fill(
        shop.dataset(group, "ACTION_INTERACTIONS", ACTION_INTERACTIONS),
        "taken",
        """
        USER_ID,ACTION_ID,EVENT_TYPE,TIMESTAMP
        u02,newsletter,Not Taken,1700000009
        u01,"join, now",TAKEN,1700000005
        u01,newsletter,viewed,1700000004
        u01,newsletter,clicked,1700000003
        nobody,newsletter,taken,1700000002
        """,
        ImportMode.FULL);

    TrainingSet data = read(config -> {});

    Actions done = data.data().actions();
    assertThat(data.actions()).containsExactly("join, now", "newsletter");
    assertThat(((Numbers) done.features().named("VALUE").orElseThrow()).values())
        .containsExactly(Double.NaN, 3);
    int one = data.users().indexOf("u01");
    assertThat(Arrays.copyOfRange(done.firstEvent(), one, one + 3)).containsExactly(0, 2, 3);
    assertThat(done.action()).containsExactly(1, 0, 1);
    assertThat(done.outcome()).containsExactly(Outcome.VIEWED, Outcome.TAKEN, Outcome.NOT_TAKEN);
    Path file = dir.resolve("kept-actions");
    data.writeActionHistories(file);
    ActionHistories kept = ActionHistories.open(file);
    assertThat(kept.of(one, 7).action()).containsExactly(1, 0);
    assertThat(kept.of(one, 7).time()).containsExactly(1_700_000_004, 1_700_000_005);
    assertThat(kept.of(one + 1, 7).outcome()).containsExactly(Outcome.NOT_TAKEN);
    assertThat(kept.of(one + 2, 7).action()).isEmpty();
    assertThat(kept.of(-1, 7).now()).isEqualTo(7);
  }

  @Test
  void leavesOutTheColumnsThatTheSolutionExcludes() throws Exception {
    TrainingSet data =
        read(
            config ->
                config.excludedDatasetColumns(
                    Map.of(
                        "Items", List.of("GENRES", "ADULT"), "INTERACTIONS", List.of("DEVICE"))));

    assertThat(data.data().items().columns())
        .extracting(Features.Column::name)
        .containsExactly("PLOT", "PRICE", "CREATION_TIMESTAMP");
    assertThat(data.data().events().context().named("DEVICE")).isEmpty();
    assertThat(
            read(config -> config.includedDatasetColumns(Map.of("ITEMS", List.of("PRICE"))))
                .data()
                .items()
                .columns())
        .extracting(Features.Column::name)
        .containsExactly("PRICE");
  }

  @Test
  void keepsWhatIsKnownOfUsersWithEventsAndWithout() throws Exception {
    TrainingSet data = read(config -> {});
    data.writeProfiles(Files.createDirectories(dir.resolve("kept")));
    Profiles profiles = Profiles.open(dir.resolve("kept"));

    assertThat(data.users()).doesNotContain("stranger");
    assertThat(words(data.data().users(), "PLAN", data.users().indexOf("u01")))
        .containsExactly("gold", "family");
    assertThat(profiles.of("u01")).isEqualTo(Map.of("AGE", "30", "PLAN", "gold|family"));
    assertThat(profiles.of("stranger")).isEqualTo(Map.of("AGE", "44"));
    assertThat(profiles.of("u02")).isEmpty();
  }

  private static String events() {
    StringBuilder csv =
        new StringBuilder(
            "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,DEVICE,NOTE,PRICE_PAID\n");
    for (int user = 0; user < 30; user++) {
      for (int step = 0; step < 40; step++) {
        csv.append(
            "u%02d,i%02d,view|once,%d,%d,%s,%s,%n"
                .formatted(
                    user, (user + step) % 30, step, 1_700_000_000L + step, "phone", "n" + step));
      }
    }
    return csv.toString();
  }

  private TrainingSet read(Consumer<TrainingDataConfig.Builder> config) throws Exception {
    SolutionVersion version =
        SolutionVersion.builder()
            .datasetGroupArn(group)
            .solutionConfig(solution -> solution.trainingDataConfig(config))
            .build();
    var database = learner.plane().database();
    TrainingSource source =
        new Resources(database).read(table -> TrainingSources.of(table, version));
    return new TrainingSetReader(
            new BulkFiles(database, dir.resolve("datasets")),
            new EventLog(database, () -> 0),
            dir.resolve("scratch"))
        .read(source, EventSelection.ALL);
  }

  private void put(String user, String item, String properties, String... impression) {
    if (tracker.isEmpty()) {
      tracker =
          learner
              .control()
              .createEventTracker(in -> in.name("clicks").datasetGroupArn(group))
              .trackingId();
    }
    learner
        .events()
        .putEvents(
            in ->
                in.trackingId(tracker)
                    .userId(user)
                    .sessionId("visit")
                    .eventList(
                        event ->
                            event
                                .itemId(item)
                                .eventType("buy")
                                .properties(properties)
                                .impression(impression.length == 0 ? null : List.of(impression))
                                .sentAt(Instant.ofEpochSecond(1_710_000_000))));
  }

  private static List<String> words(Features features, String column, int row) {
    Categories categories = (Categories) features.named(column).orElseThrow();
    return Arrays.stream(categories.of(row)).mapToObj(categories.words()::get).toList();
  }
}
