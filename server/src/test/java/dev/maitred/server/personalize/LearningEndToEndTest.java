package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.server.RunningServer;
import dev.maitred.server.SmallShop;
import dev.maitred.server.TestClients;
import dev.maitred.server.Waiting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.DatasetImportJob;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeevents.model.InvalidInputException;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;
import software.amazon.awssdk.services.personalizeruntime.model.ResourceNotFoundException;

/** From CSV in S3 to an answer that the next event changes, over the socket. */
class LearningEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  private static SmallShop shop;
  private static String tracker;

  @BeforeAll
  static void open() {
    shop = SmallShop.open(server.root(), server.account());
    try (PersonalizeClient personalize = server.root().personalize()) {
      tracker =
          personalize
              .createEventTracker(r -> r.name("clicks").datasetGroupArn(shop.datasetGroupArn()))
              .trackingId();
    }
  }

  @Test
  void recommendsTheNextItemOfAChain() {
    put("chain-walker", "i7");

    assertThat(first("chain-walker")).isEqualTo("i8");
    put("chain-walker", "i20");
    assertThat(first("chain-walker")).isEqualTo("i21");
  }

  @Test
  void answersAsBeforeAfterARestart() {
    put("patient", "i11");
    List<PredictedItem> before = ask("patient");

    server.restart();

    assertThat(ask("patient")).isEqualTo(before);
    assertThat(first("patient")).isEqualTo("i12");
  }

  @Test
  void measuresWhatItTrained() {
    try (PersonalizeClient personalize = server.root().personalize()) {
      assertThat(
              personalize
                  .getSolutionMetrics(r -> r.solutionVersionArn(shop.solutionVersionArn()))
                  .metrics())
          .containsKeys("coverage", "precision_at_25")
          .hasEntrySatisfying(
              "mean_reciprocal_rank_at_25", value -> assertThat(value).isGreaterThan(0.5));
    }
  }

  @ParameterizedTest
  @CsvSource({"s3:ListBucket, s3:GetObject", "s3:GetObject, s3:ListBucket"})
  void failsAnImportByARoleThatMayNotReadWithTheReason(String allowed, String lacking) {
    String name = "HalfBlind" + allowed.substring("s3:".length());
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "%s", "Resource": "*"}]}
        """
            .formatted(allowed);
    String trust =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
          "Principal": {"Service": "personalize.amazonaws.com"}}]}
        """;
    String role = "arn:aws:iam::" + server.account() + ":role/" + name;
    try (IamClient iam = server.root().iam();
        PersonalizeClient personalize = server.root().personalize()) {
      iam.createRole(r -> r.roleName(name).assumeRolePolicyDocument(trust));
      iam.putRolePolicy(r -> r.roleName(name).policyName("p").policyDocument(policy));
      String job =
          personalize
              .createDatasetImportJob(
                  r ->
                      r.jobName(name)
                          .datasetArn(dataset())
                          .roleArn(role)
                          .dataSource(s -> s.dataLocation("s3://small-shop/in.csv")))
              .datasetImportJobArn();
      Waiting.settled(() -> describe(personalize, job).status());

      assertThat(describe(personalize, job).failureReason())
          .startsWith("Insufficient privileges for accessing data in Amazon S3.")
          .contains("assumed-role/" + name + "/")
          .contains("is not authorized to perform: " + lacking);
    }
  }

  @Test
  void refusesToPassARoleWithoutPermission() {
    TestClients importer =
        server.userWith(
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "personalize:*", "Resource": "*"}]}
            """);
    String role = "arn:aws:iam::" + server.account() + ":role/ShopRole";
    try (PersonalizeClient personalize = importer.personalize()) {
      assertThatThrownBy(
              () ->
                  personalize.createDatasetImportJob(
                      r ->
                          r.jobName("unpassed")
                              .datasetArn(dataset())
                              .roleArn(role)
                              .dataSource(s -> s.dataLocation("s3://small-shop/in.csv"))))
          .hasMessageContaining("is not authorized to perform: iam:PassRole on resource: " + role);
    }
  }

  @Test
  void answersOnlyForTheCampaignThatThePolicyNames() {
    TestClients reader =
        server.userWith(
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "personalize:GetRecommendations", "Resource": "%s"}]}
            """
                .formatted(shop.campaignArn()));
    try (PersonalizeRuntimeClient runtime = reader.runtime();
        PersonalizeEventsClient events = reader.events()) {
      assertThat(
              runtime
                  .getRecommendations(r -> r.campaignArn(shop.campaignArn()).userId("u1"))
                  .itemList())
          .hasSize(25);
      assertThatThrownBy(() -> runtime.getRecommendations(r -> r.campaignArn(other()).userId("u1")))
          .hasMessageContaining("is not authorized to perform: personalize:GetRecommendations");
      assertThatThrownBy(() -> put(events, "eve", "i1"))
          .hasMessageContaining("is not authorized to perform: personalize:PutEvents");
    }
  }

  @Test
  void namesWhatIsNotThere() {
    try (PersonalizeRuntimeClient runtime = server.root().runtime();
        PersonalizeEventsClient events = server.root().events()) {
      assertThatThrownBy(() -> runtime.getRecommendations(r -> r.campaignArn(other()).userId("u1")))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThatThrownBy(
              () ->
                  events.putEvents(
                      r ->
                          r.trackingId("nowhere")
                              .sessionId("s")
                              .eventList(
                                  e -> e.itemId("i1").eventType("view").sentAt(Instant.now()))))
          .isInstanceOf(InvalidInputException.class);
    }
  }

  private static String other() {
    return shop.campaignArn() + "-other";
  }

  private static String dataset() {
    return shop.datasetGroupArn().replace(":dataset-group/", ":dataset/") + "/INTERACTIONS";
  }

  private static DatasetImportJob describe(PersonalizeClient personalize, String job) {
    return personalize.describeDatasetImportJob(r -> r.datasetImportJobArn(job)).datasetImportJob();
  }

  private static void put(String user, String item) {
    try (PersonalizeEventsClient events = server.root().events()) {
      put(events, user, item);
    }
  }

  private static void put(PersonalizeEventsClient events, String user, String item) {
    events.putEvents(
        r ->
            r.trackingId(tracker)
                .userId(user)
                .sessionId("s1")
                .eventList(e -> e.itemId(item).eventType("view").sentAt(Instant.now())));
  }

  private static String first(String user) {
    return ask(user).getFirst().itemId();
  }

  private static List<PredictedItem> ask(String user) {
    try (PersonalizeRuntimeClient runtime = server.root().runtime()) {
      return runtime
          .getRecommendations(r -> r.campaignArn(shop.campaignArn()).userId(user).numResults(10))
          .itemList();
    }
  }
}
