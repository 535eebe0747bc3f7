package dev.maitred.personalize.tag;

import static dev.maitred.personalize.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.ControlPlane;
import dev.maitred.personalize.Shop;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Tag;

class TagOperationsTest {
  @TempDir Path dir;
  private ControlPlane plane;
  private PersonalizeClient client;
  private String group;

  @BeforeEach
  void open() {
    plane = ControlPlane.idle(dir);
    client = plane.client();
    group =
        client
            .createDatasetGroup(in -> in.name("shop").tags(tag("team", "blue")))
            .datasetGroupArn();
  }

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void comeWithTheResource() {
    assertThat(tags()).containsExactly(tag("team", "blue"));
  }

  @Test
  void areAddedChangedAndRemoved() {
    client.tagResource(in -> in.resourceArn(group).tags(tag("stage", ""), tag("team", "red")));
    assertThat(tags()).containsExactly(tag("team", "red"), tag("stage", ""));
    client.untagResource(in -> in.resourceArn(group).tagKeys("team", "unknown"));
    assertThat(tags()).containsExactly(tag("stage", ""));
  }

  @Test
  void tellUpperCaseFromLowerCase() {
    client.tagResource(in -> in.resourceArn(group).tags(tag("Team", "red")));
    assertThat(tags()).containsExactly(tag("team", "blue"), tag("Team", "red"));
  }

  @Test
  void areAtMostFifty() {
    client.tagResource(in -> in.resourceArn(group).tags(some(49)));
    refused(
        "TooManyTagsException",
        "50 tags",
        () -> client.tagResource(in -> in.resourceArn(group).tags(tag("last", "straw"))));
    assertThat(tags()).hasSize(50);
    refused(
        "TooManyTagsException",
        "50 tags",
        () -> client.createDatasetGroup(in -> in.name("other").tags(some(51))));
    assertThat(client.listDatasetGroups(in -> {}).datasetGroups()).hasSize(1);
  }

  @Test
  void haveKeysOfTheUsersOwn() {
    refused(
        "InvalidInputException",
        "aws:team",
        () -> client.tagResource(in -> in.resourceArn(group).tags(tag("aws:team", "x"))));
    refused(
        "InvalidInputException",
        "more than once",
        () -> client.tagResource(in -> in.resourceArn(group).tags(tag("a", "1"), tag("a", "2"))));
  }

  @Test
  void areNotForSchemas() {
    String schema = new Shop(client).schema("items", Shop.ITEMS);
    refused(
        "InvalidInputException",
        "no tags",
        () -> client.listTagsForResource(in -> in.resourceArn(schema)));
  }

  @Test
  void areOfResourcesThatExist() {
    refused(
        "ResourceNotFoundException",
        group + "x",
        () -> client.listTagsForResource(in -> in.resourceArn(group + "x")));
  }

  private List<Tag> tags() {
    return client.listTagsForResource(in -> in.resourceArn(group)).tags();
  }

  private static List<Tag> some(int count) {
    return IntStream.range(0, count).mapToObj(i -> tag("key-" + i, "value")).toList();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().tagKey(key).tagValue(value).build();
  }
}
