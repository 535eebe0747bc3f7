package dev.maitred.server;

import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.TrainingMode;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A dataset group in a server that knows more than who had what: films that are watched in chains,
 * as in {@link SmallShop}, in two genres, {@code i0} to {@code i19} at sea and {@code i20} to
 * {@code i39} in the hills, and one of each that nobody has watched, {@code sea} and {@code hills}.
 *
 * @param root who owns it
 * @param role what imports read the data as
 * @param group the ARN of the dataset group
 */
public record Cinema(TestClients root, String role, String group) {
  /** When the newest event is, in seconds since 1970. */
  private static final long NOW = 1_700_120_000L;

  private static final int USERS = 120;
  private static final int FILMS = 40;
  private static final String BUCKET = "small-shop";
  private static final String RECORD =
      """
      {"type": "record", "name": "%s", "namespace": "com.amazonaws.personalize.schema",
       "fields": [%s], "version": "1.0"}
      """;

  /** Opens it with its interactions. */
  public static Cinema open(TestClients root, String account) {
    String role = SmallShop.role(root, account);
    try (S3Client s3 = root.s3();
        PersonalizeClient personalize = root.personalize()) {
      s3.createBucket(r -> r.bucket(BUCKET));
      String group = personalize.createDatasetGroup(r -> r.name("cinema")).datasetGroupArn();
      SmallShop.active(
          () ->
              personalize
                  .describeDatasetGroup(r -> r.datasetGroupArn(group))
                  .datasetGroup()
                  .status());
      var cinema = new Cinema(root, role, group);
      cinema.fill(
          "Interactions",
          """
          {"name": "USER_ID", "type": "string"}, {"name": "ITEM_ID", "type": "string"},
          {"name": "TIMESTAMP", "type": "long"}
          """,
          interactions());
      return cinema;
    }
  }

  /** Adds the films. */
  public Cinema withFilms() {
    fill(
        "Items",
        """
        {"name": "ITEM_ID", "type": "string"},
        {"name": "GENRE", "type": "string", "categorical": true},
        {"name": "TITLE", "type": "string", "itemName": true},
        {"name": "PLOT", "type": "string", "textual": true},
        {"name": "CREATION_TIMESTAMP", "type": "long"}
        """,
        films());
    return this;
  }

  /**
   * Makes a dataset and imports rows into it.
   *
   * @param fields the schema's, as JSON
   */
  public void fill(String type, String fields, String csv) {
    try (S3Client s3 = root.s3();
        PersonalizeClient personalize = root.personalize()) {
      s3.putObject(r -> r.bucket(BUCKET).key(type + ".csv"), RequestBody.fromString(csv));
      String schema =
          personalize
              .createSchema(r -> r.name(type).schema(RECORD.formatted(type, fields)))
              .schemaArn();
      String dataset =
          personalize
              .createDataset(
                  r -> r.name(type).datasetGroupArn(group).schemaArn(schema).datasetType(type))
              .datasetArn();
      SmallShop.active(
          () -> personalize.describeDataset(r -> r.datasetArn(dataset)).dataset().status());
      String job =
          personalize
              .createDatasetImportJob(
                  r ->
                      r.jobName(type)
                          .datasetArn(dataset)
                          .roleArn(role)
                          .dataSource(s -> s.dataLocation("s3://" + BUCKET + "/" + type + ".csv")))
              .datasetImportJobArn();
      SmallShop.active(
          () ->
              personalize
                  .describeDatasetImportJob(r -> r.datasetImportJobArn(job))
                  .datasetImportJob()
                  .status());
    }
  }

  /** The ARN of a trained version of a new solution of a recipe. */
  public String version(String recipe, Consumer<CreateSolutionRequest.Builder> settings) {
    try (PersonalizeClient personalize = root.personalize()) {
      String solution =
          personalize
              .createSolution(
                  r ->
                      settings.accept(
                          r.name(recipe)
                              .datasetGroupArn(group)
                              .performAutoTraining(false)
                              .recipeArn("arn:aws:personalize:::recipe/" + recipe)))
              .solutionArn();
      SmallShop.active(
          () -> personalize.describeSolution(r -> r.solutionArn(solution)).solution().status());
      return version(personalize, solution, TrainingMode.FULL);
    }
  }

  /** The ARN of a version that goes on from another one of the same solution. */
  public String updated(String version) {
    try (PersonalizeClient personalize = root.personalize()) {
      return version(
          personalize, version.substring(0, version.lastIndexOf('/')), TrainingMode.UPDATE);
    }
  }

  private static String version(PersonalizeClient personalize, String solution, TrainingMode mode) {
    String version =
        personalize
            .createSolutionVersion(r -> r.solutionArn(solution).trainingMode(mode))
            .solutionVersionArn();
    SmallShop.active(
        () ->
            personalize
                .describeSolutionVersion(r -> r.solutionVersionArn(version))
                .solutionVersion()
                .status());
    return version;
  }

  /** The ARN of a campaign of a new version of a new solution of a recipe. */
  public String campaign(String recipe) {
    return campaign(version(recipe, settings -> {}), recipe, settings -> {});
  }

  /** The ARN of a campaign of a version. */
  public String campaign(
      String version, String name, Consumer<CreateCampaignRequest.Builder> settings) {
    try (PersonalizeClient personalize = root.personalize()) {
      String campaign =
          personalize
              .createCampaign(r -> settings.accept(r.name(name).solutionVersionArn(version)))
              .campaignArn();
      SmallShop.active(
          () -> personalize.describeCampaign(r -> r.campaignArn(campaign)).campaign().status());
      return campaign;
    }
  }

  /** The id of a tracker for {@link #put}. */
  public String tracker() {
    try (PersonalizeClient personalize = root.personalize()) {
      return personalize
          .createEventTracker(r -> r.name("clicks").datasetGroupArn(group))
          .trackingId();
    }
  }

  /**
   * Sends an event of a user.
   *
   * @param later how many seconds after {@link #NOW} it was
   */
  public void put(String tracker, String user, String item, long later) {
    try (PersonalizeEventsClient events = root.events()) {
      events.putEvents(
          r ->
              r.trackingId(tracker)
                  .userId(user)
                  .sessionId("visit")
                  .eventList(
                      e ->
                          e.itemId(item)
                              .eventType("watch")
                              .sentAt(Instant.ofEpochSecond(NOW + later))));
    }
  }

  private static String interactions() {
    StringBuilder csv = new StringBuilder("USER_ID,ITEM_ID,TIMESTAMP\n");
    Random random = new Random(7);
    for (int user = 0; user < USERS; user++) {
      int film = random.nextInt(FILMS);
      for (int event = 0; event < 20; event++) {
        long time = NOW - (USERS - 1 - user) * 1_000L - (19 - event) * 60L;
        csv.append("u%d,i%d,%d%n".formatted(user, film, time));
        film = random.nextInt(10) < 8 ? (film + 1) % FILMS : random.nextInt(FILMS);
      }
    }
    return csv.toString();
  }

  private static String films() {
    StringBuilder csv = new StringBuilder("ITEM_ID,GENRE,TITLE,PLOT,CREATION_TIMESTAMP\n");
    for (int film = 0; film < FILMS; film++) {
      csv.append(row("i" + film, film < FILMS / 2, NOW - (film + 400L) * 86_400));
    }
    csv.append(row("sea", true, NOW - 86_400)).append(row("hills", false, NOW - 86_400));
    return csv.toString();
  }

  private static String row(String id, boolean sea, long created) {
    return "%s,%s,Film %s,%s,%d%n"
        .formatted(
            id,
            sea ? "sea" : "hills",
            id,
            sea ? "sailors cross the ocean in a storm" : "shepherds climb a mountain in the snow",
            created);
  }
}
