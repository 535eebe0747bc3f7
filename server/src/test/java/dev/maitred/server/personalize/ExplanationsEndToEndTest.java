package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.server.RunningServer;
import dev.maitred.server.SmallShop;
import dev.maitred.server.TestClients;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why a campaign recommends what it does, over the socket. */
class ExplanationsEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  private static SmallShop shop;

  @BeforeAll
  static void open() {
    shop = SmallShop.open(server.root(), server.account());
  }

  @Test
  void namesTheEventThatWasJustSent() {
    put("walker, \"🎬\"", "i7");

    HttpResponse<String> answer =
        server.root().own(path(shop.campaignArn(), "userId=" + encoded("walker, \"🎬\"")));

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode first = JsonMapper.shared().readTree(answer.body()).get("items").get(0);
    assertThat(first.get("itemId").asString()).isEqualTo("i8");
    assertThat(first.get("history").get(0).get("itemId").asString()).isEqualTo("i7");
    assertThat(first.get("history").get(0).get("share").asDouble()).isPositive();
  }

  @Test
  void needsThePermissionToAskTheCampaign() {
    TestClients reader =
        server.userWith(
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "personalize:GetRecommendations", "Resource": "%s"}]}
            """
                .formatted(shop.campaignArn()));
    TestClients stranger =
        server.userWith(
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "personalize:Describe*", "Resource": "*"}]}
            """);

    assertThat(reader.own(path(shop.campaignArn(), "userId=u1")).statusCode()).isEqualTo(200);
    assertThat(reader.own(path(shop.campaignArn() + "-other", "userId=u1")).statusCode())
        .isEqualTo(403);
    assertThat(stranger.own(path(shop.campaignArn(), "userId=u1")).statusCode()).isEqualTo(403);
  }

  private static String path(String campaign, String query) {
    return "/maitred/explanations/" + encoded(campaign) + "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void put(String user, String item) {
    try (PersonalizeClient personalize = server.root().personalize();
        PersonalizeEventsClient events = server.root().events()) {
      String tracker =
          personalize
              .createEventTracker(r -> r.name("clicks").datasetGroupArn(shop.datasetGroupArn()))
              .trackingId();
      events.putEvents(
          r ->
              r.trackingId(tracker)
                  .userId(user)
                  .sessionId("s1")
                  .eventList(e -> e.itemId(item).eventType("view").sentAt(Instant.now())));
    }
  }
}
