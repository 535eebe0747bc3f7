package dev.maitred.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;
import software.amazon.awssdk.services.s3.S3Client;

/** What was acknowledged is there after {@code kill -9}. */
class DurabilityTest {
  @TempDir Path folder;

  @Test
  void findsUsersObjectsModelsAndEventsAfterKillNine() throws Exception {
    SmallShop shop;
    List<String> answer;
    try (ServerProcess server = ServerProcess.start(folder)) {
      shop = SmallShop.open(server.root(), server.account());
      List<String> before = recommendations(server.root(), shop, "newcomer");
      see(server.root(), shop, "newcomer", "i7");
      answer = recommendations(server.root(), shop, "newcomer");
      assertThat(answer).isNotEqualTo(before);
      try (IamClient iam = server.root().iam();
          S3Client s3 = server.root().s3()) {
        iam.createUser(r -> r.userName("ada"));
        s3.putObject(r -> r.bucket("small-shop").key("note"), RequestBody.fromString("hello"));
      }
      server.kill();
    }
    try (ServerProcess server = ServerProcess.start(folder);
        IamClient iam = server.root().iam();
        S3Client s3 = server.root().s3()) {
      assertThat(iam.getUser(r -> r.userName("ada")).user().userName()).isEqualTo("ada");
      assertThat(s3.getObjectAsBytes(r -> r.bucket("small-shop").key("note")).asUtf8String())
          .isEqualTo("hello");
      assertThat(recommendations(server.root(), shop, "newcomer")).isEqualTo(answer);
    }
  }

  @Test
  void stopsInGoodOrderOnSigterm() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder)) {
      try (IamClient iam = server.root().iam()) {
        iam.createUser(r -> r.userName("ada"));
      }
      assertThat(server.terminate()).isIn(0, 143);
    }
    try (ServerProcess server = ServerProcess.start(folder);
        IamClient iam = server.root().iam()) {
      assertThat(iam.listUsers().users()).extracting(u -> u.userName()).containsExactly("ada");
    }
  }

  private static void see(TestClients clients, SmallShop shop, String user, String item) {
    try (PersonalizeClient personalize = clients.personalize();
        PersonalizeEventsClient events = clients.events()) {
      String tracking =
          personalize
              .createEventTracker(r -> r.name("shop").datasetGroupArn(shop.datasetGroupArn()))
              .trackingId();
      events.putEvents(
          r ->
              r.trackingId(tracking)
                  .userId(user)
                  .sessionId("s1")
                  .eventList(e -> e.eventType("view").itemId(item).sentAt(Instant.now())));
    }
  }

  private static List<String> recommendations(TestClients clients, SmallShop shop, String user) {
    try (PersonalizeRuntimeClient runtime = clients.runtime()) {
      return runtime
          .getRecommendations(r -> r.campaignArn(shop.campaignArn()).userId(user).numResults(10))
          .itemList()
          .stream()
          .map(PredictedItem::itemId)
          .toList();
    }
  }
}
