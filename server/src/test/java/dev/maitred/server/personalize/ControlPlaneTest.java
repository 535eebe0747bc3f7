package dev.maitred.server.personalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.server.RunningServer;
import dev.maitred.server.TestClients;
import dev.maitred.server.Waiting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.DatasetGroupSummary;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;
import software.amazon.awssdk.services.personalize.model.InvalidNextTokenException;
import software.amazon.awssdk.services.personalize.model.PersonalizeException;
import software.amazon.awssdk.services.personalize.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.personalize.model.ResourceInUseException;
import software.amazon.awssdk.services.personalize.model.ResourceNotFoundException;
import software.amazon.awssdk.services.personalize.model.Tag;

/** The control plane as the SDK sees it: over the socket, signed, decided by policies. */
class ControlPlaneTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  private static final String ITEMS =
      """
      {"type": "record", "name": "Items", "namespace": "com.amazonaws.personalize.schema",
       "fields": [{"name": "ITEM_ID", "type": "string"},
                  {"name": "GENRES", "type": "string", "categorical": true}],
       "version": "1.0"}
      """;

  @Test
  void givesTheErrorsOfTheModelAsTheSdksExceptions() {
    try (PersonalizeClient client = server.root().personalize()) {
      String schema = client.createSchema(in -> in.name("errors").schema(ITEMS)).schemaArn();
      assertThatThrownBy(() -> client.createSchema(in -> in.name("errors").schema(ITEMS)))
          .isInstanceOf(ResourceAlreadyExistsException.class)
          .hasMessageContaining(schema);
      assertThatThrownBy(() -> client.createSchema(in -> in.name("broken").schema("{}")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("Input is not a valid Avro schema");
      assertThatThrownBy(() -> client.describeSchema(in -> in.schemaArn(schema + "x")))
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("does not exist");
      assertThatThrownBy(() -> client.listSchemas(in -> in.nextToken("made-up")))
          .isInstanceOf(InvalidNextTokenException.class);
    }
  }

  @Test
  void takesAGroupWithADatasetThroughItsLife() {
    try (PersonalizeClient client = server.root().personalize()) {
      String group = group(client, "life");
      String schema = client.createSchema(in -> in.name("life").schema(ITEMS)).schemaArn();
      String dataset =
          client
              .createDataset(
                  in ->
                      in.name("life").datasetGroupArn(group).datasetType("items").schemaArn(schema))
              .datasetArn();
      assertThat(
              Waiting.settled(
                  () -> client.describeDataset(in -> in.datasetArn(dataset)).dataset().status()))
          .isEqualTo("ACTIVE");
      assertThatThrownBy(() -> client.deleteDatasetGroup(in -> in.datasetGroupArn(group)))
          .isInstanceOf(ResourceInUseException.class);
      assertThat(client.listDatasetGroupsPaginator(in -> in.maxResults(1)).datasetGroups())
          .extracting(DatasetGroupSummary::datasetGroupArn)
          .contains(group);
    }
  }

  @Test
  void decidesByTheTagsOfTheRequestAndOfTheResource() {
    TestClients user =
        server.userWith(
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": ["personalize:CreateDatasetGroup",
                "personalize:TagResource"], "Resource": "*",
                "Condition": {"StringEquals": {"aws:RequestTag/team": "blue"}}},
              {"Effect": "Allow", "Action": "personalize:DescribeDatasetGroup", "Resource": "*",
                "Condition": {"StringEquals": {"aws:ResourceTag/team": "blue"}}}]}
            """);
    try (PersonalizeClient root = server.root().personalize();
        PersonalizeClient client = user.personalize()) {
      String untagged = group(root, "untagged");
      assertThatThrownBy(() -> client.createDatasetGroup(in -> in.name("red").tags(tag("red"))))
          .isInstanceOf(PersonalizeException.class)
          .hasMessageContaining("personalize:CreateDatasetGroup");
      String mine =
          client.createDatasetGroup(in -> in.name("blue").tags(tag("blue"))).datasetGroupArn();
      assertThat(client.describeDatasetGroup(in -> in.datasetGroupArn(mine)).datasetGroup().name())
          .isEqualTo("blue");
      assertThatThrownBy(() -> client.describeDatasetGroup(in -> in.datasetGroupArn(untagged)))
          .isInstanceOf(PersonalizeException.class)
          .hasMessageContaining("personalize:DescribeDatasetGroup");
      root.untagResource(in -> in.resourceArn(mine).tagKeys("team"));
      assertThatThrownBy(() -> client.describeDatasetGroup(in -> in.datasetGroupArn(mine)))
          .isInstanceOf(PersonalizeException.class);
    }
  }

  @Test
  void needsTheParentToBeAllowedToo() {
    TestClients user =
        server.userWith(
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
              "Action": "personalize:CreateSolution",
              "Resource": ["arn:aws:personalize:*:*:solution/*",
                           "arn:aws:personalize:*:*:dataset-group/open"]}]}
            """);
    try (PersonalizeClient root = server.root().personalize();
        PersonalizeClient client = user.personalize()) {
      String open = group(root, "open");
      String closed = group(root, "closed");
      assertThat(solution(client, open)).endsWith(":solution/open-taste");
      assertThatThrownBy(() -> solution(client, closed))
          .isInstanceOf(PersonalizeException.class)
          .hasMessageContaining(closed);
    }
  }

  @Test
  void listsRecipesAndChecksSolutionsAgainstThem() {
    try (PersonalizeClient client = server.root().personalize()) {
      assertThat(client.listRecipesPaginator(in -> in.maxResults(7)).recipes()).hasSize(25);
      String group = group(client, "recipes");
      assertThatThrownBy(
              () ->
                  client.createSolution(
                      in ->
                          in.name("wrong")
                              .datasetGroupArn(group)
                              .recipeArn("arn:aws:personalize:::recipe/aws-sims")
                              .solutionConfig(
                                  c -> c.algorithmHyperParameters(Map.of("speed", "9")))))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("`speed`");
    }
  }

  private static String group(PersonalizeClient client, String name) {
    String arn = client.createDatasetGroup(in -> in.name(name)).datasetGroupArn();
    assertThat(
            Waiting.settled(
                () ->
                    client
                        .describeDatasetGroup(in -> in.datasetGroupArn(arn))
                        .datasetGroup()
                        .status()))
        .isEqualTo("ACTIVE");
    return arn;
  }

  private static String solution(PersonalizeClient client, String group) {
    String name = group.substring(group.lastIndexOf('/') + 1) + "-taste";
    return client
        .createSolution(
            in ->
                in.name(name)
                    .datasetGroupArn(group)
                    .recipeArn("arn:aws:personalize:::recipe/aws-sims"))
        .solutionArn();
  }

  private static Tag tag(String team) {
    return Tag.builder().tagKey("team").tagValue(team).build();
  }
}
