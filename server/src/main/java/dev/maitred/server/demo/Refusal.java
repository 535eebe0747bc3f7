package dev.maitred.server.demo;

import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.PersonalizeException;
import tools.jackson.databind.json.JsonMapper;

/** Chapter five: the analyst may look at the campaign, may not delete it, and root can see why. */
final class Refusal {
  private final Clients analyst;
  private final Extras rootsExtras;
  private final Narrator narrator;

  Refusal(Clients analyst, Extras rootsExtras, Narrator narrator) {
    this.analyst = analyst;
    this.rootsExtras = rootsExtras;
    this.narrator = narrator;
  }

  void show(String campaignArn) {
    try (PersonalizeClient personalize = analyst.personalize()) {
      narrator.step("analyst describes the campaign");
      narrator.tell(
          "allowed: it is "
              + personalize.describeCampaign(r -> r.campaignArn(campaignArn)).campaign().status());
      narrator.step("analyst tries to delete the campaign");
      narrator.tell(deletion(personalize, campaignArn));
    }
  }

  private String deletion(PersonalizeClient personalize, String campaignArn) {
    try {
      personalize.deleteCampaign(r -> r.campaignArn(campaignArn));
      throw new StoryInterrupted("the analyst was allowed to delete the campaign");
    } catch (PersonalizeException denied) {
      return "denied: %s: %s%nwhy (GET /maitred/decisions/%s, as root):%n%s"
          .formatted(
              denied.awsErrorDetails().errorCode(),
              denied.awsErrorDetails().errorMessage(),
              denied.requestId(),
              explanation(denied.requestId()).indent(2));
    }
  }

  private String explanation(String requestId) {
    return rootsExtras
        .get("/maitred/decisions/" + requestId)
        .map(json -> JsonMapper.shared().readTree(json).path("text").asString())
        .orElseThrow(() -> new StoryInterrupted("the denial has no explanation"));
  }
}
