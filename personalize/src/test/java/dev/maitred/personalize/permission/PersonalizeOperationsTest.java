package dev.maitred.personalize.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.personalize.ControlPlane;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.access.Requirement;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetImportJobRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetRequest;
import software.amazon.awssdk.services.personalize.model.CreateMetricAttributionRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.DescribeRecipeRequest;
import software.amazon.awssdk.services.personalize.model.ListCampaignsRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeResponse;
import software.amazon.awssdk.services.personalize.model.Tag;
import software.amazon.awssdk.services.personalize.model.TagResourceRequest;
import software.amazon.awssdk.services.personalize.model.UntagResourceRequest;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

class PersonalizeOperationsTest {
  private static final String PREFIX = "arn:aws:personalize:eu-west-1:111122223333:";
  private static final String GROUP = PREFIX + "dataset-group/shop";
  private static final String ROLE = "arn:aws:iam::111122223333:role/reader";
  private static final Tag BLUE = Tag.builder().tagKey("team").tagValue("blue").build();

  @TempDir Path dir;
  private ControlPlane plane;

  @BeforeEach
  void open() {
    plane = ControlPlane.idle(dir);
  }

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void haveARowForEveryOperationOfTheClient() {
    List<String> operations =
        Arrays.stream(PersonalizeClient.class.getMethods())
            .filter(method -> PersonalizeResponse.class.isAssignableFrom(method.getReturnType()))
            .filter(method -> takesARequest(method))
            .map(method -> method.getParameterTypes()[0].getSimpleName())
            .distinct()
            .toList();
    assertThat(operations).hasSize(71);
    assertThat(PersonalizeOperations.rows(new Rows(new Resources(plane.database()))))
        .extracting(row -> row.input().getSimpleName())
        .containsExactlyInAnyOrderElementsOf(operations);
  }

  private static boolean takesARequest(Method method) {
    return PersonalizeRequest.class.isAssignableFrom(method.getParameterTypes()[0]);
  }

  @Test
  void createUnderTheParentToo() {
    assertThat(
            plane.requirements(
                CreateDatasetRequest.builder()
                    .name("mine")
                    .datasetGroupArn(GROUP)
                    .datasetType("Interactions")
                    .build()))
        .containsExactly(
            Requirement.of("personalize:CreateDataset", PREFIX + "dataset/shop/INTERACTIONS"),
            Requirement.of("personalize:CreateDataset", GROUP));
    String version = PREFIX + "solution/taste/0a1b2c3d";
    assertThat(
            plane.requirements(
                CreateCampaignRequest.builder()
                    .name("front-page")
                    .solutionVersionArn(version)
                    .build()))
        .containsExactly(
            Requirement.of("personalize:CreateCampaign", PREFIX + "campaign/front-page"),
            Requirement.of("personalize:CreateCampaign", version));
  }

  @Test
  void carryTheTagsAskedForAndRequireTagging() {
    Map<String, List<String>> tags =
        Map.of("aws:RequestTag/team", List.of("blue"), "aws:TagKeys", List.of("team"));
    String solution = PREFIX + "solution/taste";
    assertThat(
            plane.requirements(
                CreateSolutionRequest.builder()
                    .name("taste")
                    .datasetGroupArn(GROUP)
                    .tags(BLUE)
                    .build()))
        .containsExactly(
            new Requirement("personalize:CreateSolution", solution, tags),
            new Requirement("personalize:CreateSolution", GROUP, tags),
            new Requirement("personalize:TagResource", solution, tags));
  }

  @Test
  void carryTheTagsThatAResourceHas() {
    plane.client().createDatasetGroup(in -> in.name("shop").tags(BLUE));
    assertThat(
            plane.requirements(
                DescribeDatasetGroupRequest.builder().datasetGroupArn(GROUP).build()))
        .containsExactly(
            new Requirement(
                "personalize:DescribeDatasetGroup",
                GROUP,
                Map.of("aws:ResourceTag/team", List.of("blue"))));
  }

  @Test
  void requireToPassTheRole() {
    Requirement pass = Requirement.passRole(ROLE, "personalize.amazonaws.com");
    assertThat(
            plane.requirements(
                CreateDatasetImportJobRequest.builder()
                    .jobName("first")
                    .datasetArn(PREFIX + "dataset/shop/ITEMS")
                    .roleArn(ROLE)
                    .build()))
        .contains(pass);
    assertThat(
            plane.requirements(
                CreateMetricAttributionRequest.builder()
                    .name("clicks")
                    .datasetGroupArn(GROUP)
                    .metricsOutputConfig(out -> out.roleArn(ROLE))
                    .build()))
        .contains(pass);
  }

  @Test
  void reachNoResourceOfAnotherRegion() {
    String elsewhere = "arn:aws:personalize:us-east-1:111122223333:";
    List<SdkPojo> inputs =
        List.of(
            DescribeDatasetGroupRequest.builder()
                .datasetGroupArn(elsewhere + "dataset-group/shop")
                .build(),
            CreateSolutionRequest.builder()
                .name("taste")
                .datasetGroupArn(elsewhere + "dataset-group/shop")
                .build(),
            UpdateCampaignRequest.builder()
                .campaignArn(PREFIX + "campaign/front-page")
                .solutionVersionArn(elsewhere + "solution/taste/0a1b2c3d")
                .build(),
            TagResourceRequest.builder()
                .resourceArn(elsewhere + "dataset-group/shop")
                .tags(BLUE)
                .build());
    for (SdkPojo input : inputs) {
      assertThatThrownBy(() -> plane.requirements(input))
          .isInstanceOf(AwsError.class)
          .hasMessageMatching("Resource Arn arn:aws:personalize:us-east-1:.* does not exist\\.");
    }
    String recipe = "arn:aws:personalize:::recipe/aws-sims";
    assertThat(plane.requirements(DescribeRecipeRequest.builder().recipeArn(recipe).build()))
        .containsExactly(Requirement.of("personalize:DescribeRecipe", recipe));
  }

  @Test
  void listOnEverythingOnly() {
    assertThat(
            plane.requirements(
                ListCampaignsRequest.builder().solutionArn(PREFIX + "solution/taste").build()))
        .containsExactly(Requirement.of("personalize:ListCampaigns", "*"));
  }

  @Test
  void nameTheKeysThatAreUntagged() {
    assertThat(
            plane.requirements(
                UntagResourceRequest.builder().resourceArn(GROUP).tagKeys("team").build()))
        .containsExactly(
            new Requirement(
                "personalize:UntagResource", GROUP, Map.of("aws:TagKeys", List.of("team"))));
  }
}
