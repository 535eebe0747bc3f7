package dev.maitred.personalize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.personalize.ControlPlane;
import dev.maitred.personalize.Learner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalizeruntime.model.GetRecommendationsResponse;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

class RecommendationsTest {
  @TempDir Path dir;
  private Learner learner;
  private String dataset;

  @BeforeEach
  void open() {
    learner = new Learner(dir);
    dataset = learner.imported("shop", Learner.ring(60));
  }

  @AfterEach
  void close() {
    learner.close();
  }

  @Test
  void recommendsWhatComesNextWithScoresOfTheWholeCatalogue() {
    String campaign = learner.campaign(dataset, "next", "aws-user-personalization");

    GetRecommendationsResponse answer = ask(campaign, "u0", 500);

    assertThat(answer.recommendationId()).startsWith("RID-").hasSizeLessThanOrEqualTo(40);
    assertThat(answer.itemList()).hasSize(30);
    assertThat(answer.itemList().stream().mapToDouble(PredictedItem::score).sum())
        .isBetween(0.999, 1.001);
    assertThat(ask(campaign, "u0", null).itemList()).hasSize(25);
    assertThat(ask(campaign, "u0", 3).itemList()).isEqualTo(answer.itemList().subList(0, 3));
    assertThat(ask(campaign, "nobody", 5).itemList()).hasSize(5);
  }

  @Test
  void answersTheNextRequestWithAnEventOfTheUser() {
    String campaign = learner.campaign(dataset, "next", "aws-user-personalization");
    String tracker = tracker();
    assertThat(first(campaign, "newcomer")).isNotEqualTo("i18");

    put(tracker, "newcomer", "session", "i17");
    assertThat(first(campaign, "newcomer")).isEqualTo("i18");
    put(tracker, "newcomer", "session", "i04");
    assertThat(first(campaign, "newcomer")).isEqualTo("i05");

    learner.restart();
    assertThat(first(campaign, "newcomer")).isEqualTo("i05");
  }

  @Test
  void knowsNoEventsOfADeletedDatasetOfTheSameName() {
    String campaign = learner.campaign(dataset, "next", "aws-user-personalization");
    put(tracker(), "newcomer", "session", "i17");
    assertThat(first(campaign, "newcomer")).isEqualTo("i18");

    learner.deleteAll(dataset);
    assertThat(learner.control().listDatasetImportJobs(in -> {}).datasetImportJobs()).isEmpty();
    assertThat(dir.resolve("models")).isEmptyDirectory();
    assertThat(dir.resolve("datasets")).isEmptyDirectory();
    dataset = learner.imported("shop", Learner.ring(60));
    campaign = learner.campaign(dataset, "next", "aws-user-personalization");

    assertThat(first(campaign, "newcomer")).isNotEqualTo("i18");
  }

  @Test
  void followsItsSolutionIfItSyncs() {
    String campaign = learner.campaign(dataset, "all", "aws-popularity-count");
    String solution = "arn:aws:personalize:eu-west-1:111122223333:solution/all";
    learner
        .control()
        .updateCampaign(
            in ->
                in.campaignArn(campaign)
                    .solutionVersionArn(solution + "/$LATEST")
                    .campaignConfig(config -> config.syncWithLatestSolutionVersion(true)));
    ControlPlane.await("ACTIVE", () -> campaign(campaign).latestCampaignUpdate().status());
    put(tracker(), "ada", "visit", "brand-new");

    String version = learner.trained(solution).solutionVersionArn();

    ControlPlane.await(version, () -> campaign(campaign).solutionVersionArn());
    assertThat(ask(campaign, null, 500).itemList()).hasSize(31);
  }

  private Campaign campaign(String arn) {
    return learner.control().describeCampaign(in -> in.campaignArn(arn)).campaign();
  }

  @Test
  void answersASessionWithoutAUserByItsEvents() {
    String campaign = learner.campaign(dataset, "next", "aws-user-personalization");
    put(tracker(), null, "anonymous", "i17");

    assertThat(first(campaign, "anonymous")).isEqualTo("i18");
  }

  @Test
  void learnsFromEventsOfASessionOnceItHasAUser() {
    String tracker = tracker();
    put(tracker, null, "visit", "brand-new");
    put(tracker, "ada", "visit", "i03");
    put(tracker, null, "never-known", "unlearned");

    String campaign = learner.campaign(dataset, "all", "aws-popularity-count");

    assertThat(ask(campaign, null, 500).itemList())
        .extracting(PredictedItem::itemId)
        .contains("brand-new")
        .doesNotContain("unlearned");
  }

  @Test
  void recommendsTheSameToAllByPopularityWithoutScores() {
    String campaign = learner.campaign(dataset, "all", "aws-popularity-count");

    assertThat(ask(campaign, null, 5).itemList()).isEqualTo(ask(campaign, "u1", 5).itemList());
    assertThat(ask(campaign, null, 5).itemList().getFirst().score()).isNull();
  }

  @Test
  void recommendsCompanyOfAnItemAndPopularItemsForAnUnknownOne() {
    String campaign = learner.campaign(dataset, "company", "aws-sims");

    assertThat(byItem(campaign, "i03")).hasSize(25).doesNotContain("i03");
    assertThat(byItem(campaign, "unknown")).hasSize(25);
    refuses(() -> ask(campaign, "u1", 5), "itemId is missing: the recipe aws-sims needs it.");
  }

  @Test
  void refusesArgumentsThatDoNotFit() {
    String campaign = learner.campaign(dataset, "next", "aws-user-personalization");

    refuses(() -> ask(campaign, null, 5), "userId is missing");
    refuses(() -> ask(campaign, "u1", 501), "numResults is 501 and must be at most 500.");
    refuses(() -> byItem(campaign, "i03"), "userId is missing");
    refuses(
        () -> learner.runtime().getRecommendations(in -> in.userId("u1")),
        "either a campaignArn or a recommenderArn");
    refuses(
        () ->
            learner
                .runtime()
                .getRecommendations(
                    in -> in.campaignArn(campaign).userId("u1").filterArn(campaign)),
        "filterArn of GetRecommendations is not built yet");
    refuses(() -> ask(campaign + "x", "u1", 5), "does not exist");
    refuses(
        () ->
            learner
                .runtime()
                .getPersonalizedRanking(
                    in -> in.campaignArn(campaign).userId("u1").inputList("i01", "i02")),
        "GetPersonalizedRanking is not for campaigns of the recipe aws-user-personalization");
  }

  @Test
  void answersFromTheNewVersionOnceACampaignIsUpdated() {
    String campaign = learner.campaign(dataset, "all", "aws-popularity-count");
    assertThat(ask(campaign, null, 500).itemList()).hasSize(30);
    put(tracker(), "ada", "visit", "brand-new");
    String version =
        learner
            .trained("arn:aws:personalize:eu-west-1:111122223333:solution/all")
            .solutionVersionArn();
    assertThat(ask(campaign, null, 500).itemList()).hasSize(30);

    learner.control().updateCampaign(in -> in.campaignArn(campaign).solutionVersionArn(version));
    ControlPlane.await(
        version,
        () ->
            learner
                .control()
                .describeCampaign(in -> in.campaignArn(campaign))
                .campaign()
                .solutionVersionArn());

    assertThat(ask(campaign, null, 500).itemList()).hasSize(31);
  }

  private String tracker() {
    String group = Learner.group(dataset);
    var tracker =
        learner.control().createEventTracker(in -> in.name("clicks").datasetGroupArn(group));
    ControlPlane.await(
        "ACTIVE",
        () ->
            learner
                .control()
                .describeEventTracker(in -> in.eventTrackerArn(tracker.eventTrackerArn()))
                .eventTracker()
                .status());
    return tracker.trackingId();
  }

  private void put(String tracker, String user, String session, String item) {
    learner
        .events()
        .putEvents(
            in ->
                in.trackingId(tracker)
                    .userId(user)
                    .sessionId(session)
                    .eventList(
                        event ->
                            event
                                .itemId(item)
                                .eventType("click")
                                .sentAt(Instant.ofEpochSecond(1_710_000_000))));
  }

  private GetRecommendationsResponse ask(String campaign, String user, Integer limit) {
    return learner
        .runtime()
        .getRecommendations(in -> in.campaignArn(campaign).userId(user).numResults(limit));
  }

  private String first(String campaign, String user) {
    return ask(campaign, user, 1).itemList().getFirst().itemId();
  }

  private List<String> byItem(String campaign, String item) {
    return learner
        .runtime()
        .getRecommendations(in -> in.campaignArn(campaign).itemId(item))
        .itemList()
        .stream()
        .map(PredictedItem::itemId)
        .toList();
  }

  private static void refuses(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).hasMessageContaining(message);
  }
}
