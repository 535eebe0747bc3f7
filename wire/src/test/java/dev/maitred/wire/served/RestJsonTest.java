package dev.maitred.wire.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.Wire;
import dev.maitred.wire.access.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeevents.model.PutEventsRequest;
import software.amazon.awssdk.services.personalizeevents.model.PutEventsResponse;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.GetRecommendationsRequest;
import software.amazon.awssdk.services.personalizeruntime.model.GetRecommendationsResponse;
import software.amazon.awssdk.services.personalizeruntime.model.PersonalizeRuntimeException;
import software.amazon.awssdk.services.personalizeruntime.model.ResourceNotFoundException;

class RestJsonTest {
  private static final String CAMPAIGN = "arn:aws:personalize:us-east-1:123456789012:campaign/c";

  private static final class Runtime implements PersonalizeRuntimeClient {
    @Override
    public GetRecommendationsResponse getRecommendations(GetRecommendationsRequest in) {
      if (!in.campaignArn().equals(CAMPAIGN)) {
        throw AwsError.of("ResourceNotFoundException", 0x190, "Campaign not found");
      }
      return GetRecommendationsResponse.builder()
          .recommendationId(in.context() + " " + in.numResults())
          .itemList(item -> item.itemId("a").score(0.25), item -> item.itemId("b").score(1e-12))
          .build();
    }

    @Override
    public String serviceName() {
      return "personalize-runtime";
    }

    @Override
    public void close() {}
  }

  private static final class Events implements PersonalizeEventsClient {
    final List<PutEventsRequest> put = new CopyOnWriteArrayList<>();

    @Override
    public PutEventsResponse putEvents(PutEventsRequest in) {
      put.add(in);
      return PutEventsResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "personalize-events";
    }

    @Override
    public void close() {}
  }

  private final Events events = new Events();
  private final Wire wire =
      Wire.serving(
          new AwsService(
              "personalize-runtime-2018-05-22",
              PersonalizeRuntimeClient.class,
              List.of(Row.onAll(GetRecommendationsRequest.class, "personalize:GetRecommendations")),
              List.of(new Runtime())),
          new AwsService(
              "personalize-events-2018-03-22",
              PersonalizeEventsClient.class,
              List.of(Row.onAll(PutEventsRequest.class, "personalize:PutEvents")),
              List.of(events)));
  private final PersonalizeRuntimeClient runtime = wire.client(PersonalizeRuntimeClient.builder());

  @AfterEach
  void stop() {
    runtime.close();
    wire.close();
  }

  @Test
  void carriesMapsAndScores() {
    GetRecommendationsResponse got =
        runtime.getRecommendations(
            in -> in.campaignArn(CAMPAIGN).numResults(5).context(Map.of("DEVICE", "phone")));
    assertThat(got.recommendationId()).isEqualTo("{DEVICE=phone} 5");
    assertThat(got.itemList()).extracting("score").containsExactly(0.25, 1e-12);
    assertThat(got.responseMetadata().requestId()).isEqualTo(wire.answers.getLast().requestId());
  }

  @Test
  void answersWithTheModelsStatus() {
    assertThatThrownBy(() -> runtime.getRecommendations(in -> in.campaignArn(CAMPAIGN + "x")))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(404);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Campaign not found");
            });
    assertThatThrownBy(() -> runtime.getRecommendations(in -> in.numResults(-1)))
        .isInstanceOfSatisfying(
            PersonalizeRuntimeException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
            });
  }

  @Test
  void servesAnotherServiceOfTheSameSigningName() {
    Instant sent = Instant.ofEpochMilli(1_700_000_000_500L);
    try (PersonalizeEventsClient client = wire.client(PersonalizeEventsClient.builder())) {
      client.putEvents(
          in ->
              in.trackingId("t")
                  .sessionId("s")
                  .userId("u")
                  .eventList(
                      event ->
                          event
                              .eventType("click")
                              .itemId("i")
                              .eventValue(4.5f)
                              .properties("{\"a\":\"b\"}")
                              .sentAt(sent)));
    }
    PutEventsRequest put = events.put.getFirst();
    assertThat(put.eventList().getFirst().properties()).isEqualTo("{\"a\":\"b\"}");
    assertThat(put.eventList().getFirst().sentAt()).isEqualTo(sent);
    assertThat(put.eventList().getFirst().eventValue()).isEqualTo(4.5f);
  }

  @Test
  void refusesAQueryThatIsNotText() {
    String answer =
        RawClient.send(
            wire.port(),
            "GET /recommendations?a=%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(RawClient.status(answer)).isEqualTo(403);
    assertThat(answer).contains("MissingAuthenticationTokenException", "x-amzn-RequestId: ");
  }
}
