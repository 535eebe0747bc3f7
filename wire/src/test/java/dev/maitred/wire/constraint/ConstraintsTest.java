package dev.maitred.wire.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.maitred.wire.model.ServiceModel;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.CreateSchemaRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.HPOConfig;
import software.amazon.awssdk.services.personalizeruntime.model.GetRecommendationsRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

class ConstraintsTest {

  private static String message(String model, SdkPojo input) {
    Throwable refusal = catchThrowable(() -> check(model, input));
    return refusal == null ? "" : String.valueOf(refusal.getMessage());
  }

  private static void check(String model, SdkPojo input) {
    ServiceModel service = ServiceModel.load(model);
    String name = input.getClass().getSimpleName().replace("Request", "");
    Constraints.of(service, service.operations().get(name), input.getClass()).check(input);
  }

  @Test
  void givesUpOnATextThatAPatternTakesTooLongOver() {
    assertThat(BoundedPattern.of("(a*)*b").matches("a".repeat(50) + "c")).isFalse();
    assertThat(BoundedPattern.of("(a*)*b").matches("a".repeat(50) + "b")).isTrue();
  }

  @Test
  void findsANumberThatIsNoneOutOfEveryBound() {
    HPOConfig tuning =
        HPOConfig.builder()
            .algorithmHyperParameterRanges(
                ranges ->
                    ranges.continuousHyperParameterRanges(
                        range -> range.name("x").minValue(Double.NaN)))
            .build();
    assertThat(
            message(
                "personalize-2018-05-22",
                CreateSolutionRequest.builder()
                    .name("s")
                    .datasetGroupArn("arn:aws:personalize:us-east-1:123456789012:dataset-group/g")
                    .solutionConfig(config -> config.hpoConfig(tuning))
                    .build()))
        .contains("Value 'NaN' at", "Member must have value greater than or equal to -1000000");
  }

  @Test
  void saysNothingAboutWhatTheModelAllows() {
    assertThatCode(
            () ->
                check(
                    "personalize-2018-05-22",
                    CreateDatasetGroupRequest.builder()
                        .name("a".repeat(63))
                        .domain("VIDEO_ON_DEMAND")
                        .build()))
        .doesNotThrowAnyException();
  }

  @Test
  void countsCharactersAndNotTheirHalves() {
    assertThat(
            message(
                "personalize-runtime-2018-05-22",
                GetRecommendationsRequest.builder().userId("💡".repeat(256)).build()))
        .isEmpty();
  }

  @Test
  void namesTheBoundOfALength() {
    assertThat(
            message(
                "personalize-2018-05-22",
                CreateSchemaRequest.builder().name("a".repeat(64)).schema("{}").build()))
        .isEqualTo(
            "1 validation error detected: Value '"
                + "a".repeat(64)
                + "' at 'name' failed to satisfy constraint: Member must have length less than or equal to 63");
  }

  @Test
  void namesTheValuesOfAnEnumeration() {
    assertThat(
            message(
                "personalize-2018-05-22",
                CreateDatasetGroupRequest.builder().name("a").domain("ZOO").build()))
        .isEqualTo(
            "1 validation error detected: Value 'ZOO' at 'domain' failed to satisfy constraint:"
                + " Member must satisfy enum value set: [ECOMMERCE, VIDEO_ON_DEMAND]");
  }

  @Test
  void namesTheBoundOfANumber() {
    assertThat(message("iam-2010-05-08", ListUsersRequest.builder().maxItems(1001).build()))
        .isEqualTo(
            "1 validation error detected: Value at 'maxItems' failed to satisfy constraint:"
                + " Member must have value less than or equal to 1000");
  }

  @Test
  void numbersTheItemsOfAList() {
    assertThat(
            message(
                "iam-2010-05-08",
                CreateUserRequest.builder()
                    .userName("bob")
                    .tags(ok -> ok.key("a").value(""), bad -> bad.key("k".repeat(129)).value("v"))
                    .build()))
        .isEqualTo(
            "1 validation error detected: Value at 'tags.2.member.key' failed to satisfy constraint:"
                + " Member must have length less than or equal to 128");
  }

  @Test
  void showsTheValueInSts() {
    assertThat(
            message(
                "sts-2011-06-15",
                AssumeRoleRequest.builder()
                    .roleArn("arn:aws:iam::123456789012:role/r")
                    .roleSessionName("Session1:2")
                    .build()))
        .isEqualTo(
            "1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy"
                + " constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*");
  }

  @Test
  void joinsSeveralAndBoundsWhatItRepeats() {
    String message =
        message(
            "personalize-runtime-2018-05-22",
            GetRecommendationsRequest.builder()
                .userId("u".repeat(1_000_000))
                .promotions(Collections.nCopies(2, null))
                .numResults(-1)
                .filterValues(Map.of("a b", "v"))
                .build());
    assertThat(message)
        .startsWith("4 validation errors detected: Value 'uuu")
        .contains("...' at 'userId'")
        .contains("; ");
    assertThat(message.length()).isLessThan(2_000);
  }

  @Test
  void doesNotRepeatWhatIsSensitive() {
    assertThat(
            message(
                "personalize-runtime-2018-05-22",
                GetRecommendationsRequest.builder()
                    .filterValues(Map.of("a", "x".repeat(1001)))
                    .build()))
        .doesNotContain("xxx")
        .contains("Member must have length less than or equal to 1000");
  }
}
