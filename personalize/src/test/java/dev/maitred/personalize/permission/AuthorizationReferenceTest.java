package dev.maitred.personalize.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.ControlPlane;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import dev.maitred.wire.shape.Shapes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.personalize.model.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables against AWS's service authorization reference for {@code personalize}, as it stands in
 * {@code authorization/personalize-actions.json}: each operation has its action, and requires it on
 * a resource of every type that the reference names, and on no other.
 */
class AuthorizationReferenceTest {
  private static final String PREFIX = "arn:aws:personalize:eu-west-1:111122223333:";
  private static final String ROLE = "arn:aws:iam::111122223333:role/reader";
  private static final Set<String> OF_AWS =
      Set.of("algorithmArn", "featureTransformationArn", "recipeArn");

  @TempDir Path dir;
  private ControlPlane plane;
  private JsonNode reference;

  @BeforeEach
  void open() throws IOException {
    plane = ControlPlane.idle(dir);
    try (var file = getClass().getResourceAsStream("/authorization/personalize-actions.json")) {
      reference = JsonMapper.shared().readTree(file);
    }
  }

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void hasEveryActionThatAnOperationIsKnownFor() {
    assertThat(rows().map(Row::action))
        .containsExactlyInAnyOrderElementsOf(
            actions().map(action -> action.get("action").asString()).toList());
    assertThat(rows()).allMatch(row -> row.action().equals("personalize:" + row.operation()));
  }

  @Test
  void requiresTheActionOnEveryTypeOfResourceThatIsNamed() {
    Map<String, Set<String>> expected = new TreeMap<>();
    actions().forEach(action -> expected.put(action.get("action").asString(), types(action)));
    Map<String, Set<String>> found = new TreeMap<>();
    rows().forEach(row -> found.put(row.action(), types(row)));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void requiresToPassEveryRoleAndToSetEveryTag() {
    rows()
        .forEach(
            row -> {
              SdkPojo input = input(row);
              List<Requirement> all = plane.requirements(input);
              boolean passes =
                  all.contains(Requirement.passRole(ROLE, "personalize.amazonaws.com"));
              assertThat(passes).as(row.operation()).isEqualTo(has(input, "roleArn"));
              boolean tags = all.stream().anyMatch(AuthorizationReferenceTest::isTagging);
              assertThat(tags).as(row.operation()).isEqualTo(has(input, "tags"));
            });
  }

  private static boolean isTagging(Requirement requirement) {
    return requirement.action().equals("personalize:TagResource")
        && requirement.context().containsKey("aws:RequestTag/team");
  }

  private Stream<JsonNode> actions() {
    return reference.get("actions").valueStream().filter(action -> !action.get("api").isNull());
  }

  private Stream<Row<?>> rows() {
    Rows rows = new Rows(new Resources(plane.database()));
    return Stream.of(
            PersonalizeOperations.rows(rows),
            PersonalizeRuntimeOperations.rows(rows),
            PersonalizeEventsOperations.rows(rows))
        .flatMap(List::stream);
  }

  /** The reference's types; {@code any} for one of many, {@code *} for none. */
  private Set<String> types(JsonNode action) {
    List<JsonNode> types = action.get("resourceTypes").valueStream().toList();
    if (types.isEmpty()) {
      return Set.of("*");
    }
    return types.stream()
        .map(type -> type.get("required").asBoolean() ? segment(type) : "any")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the ARNs of a type have before the first slash. */
  private String segment(JsonNode type) {
    return reference
        .get("resourceTypes")
        .valueStream()
        .filter(known -> known.get("type").equals(type.get("type")))
        .map(known -> segment(known.get("arn").asString()))
        .findFirst()
        .orElseThrow();
  }

  private static String segment(String arn) {
    return arn.equals("*") ? arn : arn.replaceAll("^.*:([a-z-]+)/.*$", "$1");
  }

  /** The types of the resources on which a row requires its own action. */
  private Set<String> types(Row<?> row) {
    SdkPojo input = input(row);
    if (has(input, "resourceArn")) {
      assertThat(plane.requirements(input))
          .extracting(Requirement::resource)
          .containsExactly(PREFIX + "campaign/x");
      return Set.of("any");
    }
    return plane.requirements(input).stream()
        .filter(requirement -> requirement.action().equals(row.action()))
        .map(requirement -> segment(requirement.resource()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** An input with a name, a role, a tag and an ARN of its type wherever one goes. */
  private static SdkPojo input(Row<?> row) {
    SdkPojo builder = Shapes.builder(row.input());
    for (SdkField<?> field : builder.sdkFields()) {
      List<Object> value = value(field.memberName());
      if (!value.isEmpty()) {
        field.set(builder, value.getFirst());
      }
    }
    return Shapes.build(builder);
  }

  private static List<Object> value(String member) {
    List<Object> value = new ArrayList<>();
    switch (member) {
      case "name", "jobName" -> value.add("x");
      case "datasetType" -> value.add("Interactions");
      case "roleArn" -> value.add(ROLE);
      case "resourceArn" -> value.add(PREFIX + "campaign/x");
      case "solutionVersionArn" -> value.add(PREFIX + "solution/x/0a1b2c3d");
      case "tags" -> value.add(List.of(Tag.builder().tagKey("team").tagValue("blue").build()));
      case "tagKeys" -> value.add(List.of("team"));
      default -> {
        if (member.endsWith("Arn") && !member.equals("kmsKeyArn")) {
          value.add(arn(member));
        }
      }
    }
    return value;
  }

  private static String arn(String member) {
    String type = member.substring(0, member.length() - "Arn".length());
    String segment = type.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return (OF_AWS.contains(member) ? "arn:aws:personalize:::" : PREFIX) + segment + "/x";
  }

  private static boolean has(SdkPojo input, String member) {
    return input.sdkFields().stream()
        .anyMatch(field -> field.memberName().equals(member) && Shapes.value(field, input) != null);
  }
}
