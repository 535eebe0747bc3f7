package dev.maitred.server.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.EventTracker;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

/** Chapter four: a campaign answers, and a new event changes the next answer. */
final class Answers {
  private static final int HISTORY = 4;
  private static final int ANSWERS = 5;

  private final Clients admin;
  private final Catalogue catalogue;
  private final Narrator narrator;

  Answers(Clients admin, Catalogue catalogue, Narrator narrator) {
    this.admin = admin;
    this.catalogue = catalogue;
    this.narrator = narrator;
  }

  /** Deploys a solution version and gives the campaign's ARN. */
  String deploy(String versionArn) {
    narrator.step("admin deploys the version as a campaign");
    try (PersonalizeClient personalize = admin.personalize()) {
      String campaign =
          personalize
              .createCampaign(
                  r -> r.name("movies").solutionVersionArn(versionArn).minProvisionedTPS(1))
              .campaignArn();
      Await.active("The campaign", () -> state(personalize, campaign), narrator::tell);
      return campaign;
    }
  }

  /** Asks for three users and shows what each had seen and what is recommended. */
  void recommend(String campaignArn) {
    narrator.step("The campaign answers: what three users saw last, and what they are offered");
    try (PersonalizeRuntimeClient runtime = admin.runtime()) {
      for (String user : catalogue.someUsers(3)) {
        narrator.tell("user " + user);
        narrator.tell(indented("saw   ", catalogue.latest(user, HISTORY)));
        narrator.tell(indented("offer ", answer(runtime, campaignArn, user)));
        narrator.tell("");
      }
    }
  }

  /** Sends one event of a user nobody knows yet and shows the answer before and after. */
  void listen(String campaignArn, String datasetGroupArn) {
    narrator.step(
        "A newcomer is offered what is popular; one event, and the next answer is theirs");
    String seen = catalogue.someItem();
    try (PersonalizeClient personalize = admin.personalize();
        PersonalizeEventsClient events = admin.events();
        PersonalizeRuntimeClient runtime = admin.runtime()) {
      narrator.tell(indented("before", answer(runtime, campaignArn, "newcomer")));
      String tracking = tracker(personalize, datasetGroupArn);
      events.putEvents(
          r ->
              r.trackingId(tracking)
                  .userId("newcomer")
                  .sessionId("first-visit")
                  .eventList(e -> e.eventType("watch").itemId(seen).sentAt(Instant.now())));
      narrator.tell(indented("saw   ", List.of(seen)));
      narrator.tell(indented("after ", answer(runtime, campaignArn, "newcomer")));
    }
  }

  private static String tracker(PersonalizeClient personalize, String datasetGroupArn) {
    var made =
        personalize.createEventTracker(r -> r.name("movies").datasetGroupArn(datasetGroupArn));
    Await.active(
        "The event tracker", () -> trackerState(personalize, made.eventTrackerArn()), status -> {});
    return made.trackingId();
  }

  private static Await.State trackerState(PersonalizeClient personalize, String arn) {
    EventTracker tracker =
        personalize.describeEventTracker(r -> r.eventTrackerArn(arn)).eventTracker();
    return Await.State.of(tracker.status(), null);
  }

  private static Await.State state(PersonalizeClient personalize, String arn) {
    Campaign campaign = personalize.describeCampaign(r -> r.campaignArn(arn)).campaign();
    return Await.State.of(campaign.status(), campaign.failureReason());
  }

  private static List<String> answer(
      PersonalizeRuntimeClient runtime, String campaignArn, String user) {
    return runtime
        .getRecommendations(r -> r.campaignArn(campaignArn).userId(user).numResults(ANSWERS))
        .itemList()
        .stream()
        .map(PredictedItem::itemId)
        .toList();
  }

  private String indented(String label, List<String> items) {
    return items.stream()
        .map(item -> "  " + label + "  " + catalogue.titles().of(item))
        .collect(Collectors.joining("\n"));
  }
}
