package dev.maitred.wire.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.Fault;
import dev.maitred.wire.Wire;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionResponse;
import software.amazon.awssdk.services.personalize.model.DeleteSchemaRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSchemaResponse;
import software.amazon.awssdk.services.personalize.model.DescribeSolutionRequest;
import software.amazon.awssdk.services.personalize.model.DescribeSolutionResponse;
import software.amazon.awssdk.services.personalize.model.ListSchemasRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeException;
import software.amazon.awssdk.services.personalize.model.ResourceNotFoundException;
import software.amazon.awssdk.services.personalize.model.SolutionConfig;

class AwsJsonTest {
  private static final String ARN = "arn:aws:personalize:us-east-1:123456789012:solution/";

  /** Answers with what it was asked, so that every member makes the way both ways. */
  private static final class Solutions implements PersonalizeClient {
    private CreateSolutionRequest created;

    @Override
    public CreateSolutionResponse createSolution(CreateSolutionRequest in) {
      created = in;
      return CreateSolutionResponse.builder().solutionArn(ARN + in.name()).build();
    }

    @Override
    public DescribeSolutionResponse describeSolution(DescribeSolutionRequest in) {
      if (!in.solutionArn().endsWith("/news")) {
        throw AwsError.of(
            "ResourceNotFoundException", 404, "Resource not found: " + in.solutionArn());
      }
      return DescribeSolutionResponse.builder()
          .solution(
              solution ->
                  solution
                      .name(Call.current().caller().arn())
                      .performHPO(true)
                      .creationDateTime(Instant.ofEpochMilli(1_700_000_000_123L))
                      .solutionConfig(created == null ? null : created.solutionConfig()))
          .build();
    }

    @Override
    public DeleteSchemaResponse deleteSchema(DeleteSchemaRequest in) {
      throw new IllegalStateException("secret");
    }

    @Override
    public String serviceName() {
      return "personalize";
    }

    @Override
    public void close() {}
  }

  static final AwsService SERVICE =
      new AwsService(
          "personalize-2018-05-22",
          PersonalizeClient.class,
          List.of(
              Row.onAll(CreateSolutionRequest.class, "personalize:CreateSolution"),
              Row.on(
                  DescribeSolutionRequest.class,
                  "personalize:DescribeSolution",
                  DescribeSolutionRequest::solutionArn),
              Row.onAll(DeleteSchemaRequest.class, "personalize:DeleteSchema")),
          List.of(new Solutions()));

  private final Wire wire =
      Wire.guarded(
          (call, requirement) -> {
            if (requirement.resource().endsWith("/secret")) {
              throw AwsError.of(Fault.ACCESS_DENIED, "User: " + call.caller().arn() + " may not");
            }
          },
          SERVICE);
  private final PersonalizeClient client = wire.client(PersonalizeClient.builder());

  @AfterEach
  void stop() {
    client.close();
    wire.close();
  }

  @Test
  void carriesEveryKindOfMemberBothWays() {
    SolutionConfig config =
        SolutionConfig.builder()
            .eventValueThreshold("0.5")
            .algorithmHyperParameters(Map.of("hidden_dimension", "55"))
            .featureTransformationParameters(Map.of("a", "ü\n\"<\u2028"))
            .autoMLConfig(
                auto -> auto.metricName("x").recipeList("arn:aws:personalize:::recipe/aws-sims"))
            .hpoConfig(
                hpo ->
                    hpo.hpoResourceConfig(resource -> resource.maxNumberOfTrainingJobs("3"))
                        .algorithmHyperParameterRanges(
                            ranges ->
                                ranges.continuousHyperParameterRanges(
                                    range -> range.name("r").minValue(0.1).maxValue(1e-9))))
            .build();
    CreateSolutionResponse created =
        client.createSolution(
            in ->
                in.name("news")
                    .performAutoML(false)
                    .datasetGroupArn("arn:aws:personalize:us-east-1:123456789012:dataset-group/g")
                    .solutionConfig(config));
    DescribeSolutionResponse described =
        client.describeSolution(in -> in.solutionArn(created.solutionArn()));

    assertThat(described.solution().solutionConfig()).isEqualTo(config);
    assertThat(described.solution().performHPO()).isTrue();
    assertThat(described.solution().performAutoML()).isNull();
    assertThat(described.solution().name()).isEqualTo(Wire.BOB.arn());
    assertThat(described.solution().creationDateTime())
        .isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
    assertThat(described.responseMetadata().requestId())
        .isEqualTo(wire.answers.getLast().requestId());
  }

  @Test
  void answersWithTheModelsStatusForAnErrorOfTheModel() {
    assertThatThrownBy(() -> client.describeSolution(in -> in.solutionArn(ARN + "gone")))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("Resource not found: " + ARN + "gone");
            });
  }

  @Test
  void refusesWhatTheAuthorityRefuses() {
    assertRefused(
        () -> client.describeSolution(in -> in.solutionArn(ARN + "secret")),
        400,
        "AccessDeniedException",
        "User: " + Wire.BOB.arn() + " may not");
  }

  @Test
  void namesAnOperationThatIsNotBuilt() {
    assertRefused(
        () -> client.listSchemas(ListSchemasRequest.builder().build()),
        501,
        "NotImplementedException",
        "The operation ListSchemas of personalize is not built yet");
  }

  @Test
  void refusesInputThatBreaksTheModel() {
    assertRefused(
        () -> client.createSolution(in -> in.name("a b")),
        400,
        "ValidationException",
        "2 validation errors detected: Value 'a b' at 'name' failed to satisfy constraint: Member must"
            + " satisfy regular expression pattern: ^[a-zA-Z0-9][a-zA-Z0-9\\-_]*; Value null at"
            + " 'datasetGroupArn' failed to satisfy constraint: Member must not be null");
  }

  @Test
  void keepsTheTextOfAnUnexpectedFailureToItself() {
    assertRefused(
        () -> client.deleteSchema(in -> in.schemaArn(ARN + "x")),
        500,
        "InternalFailure",
        "We encountered an internal error. Please try again.");
  }

  private static void assertRefused(Runnable call, int status, String code, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            PersonalizeException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            });
  }
}
