package dev.maitred.personalize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.personalize.Learner;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExplanationsTest {
  @TempDir Path dir;
  private Learner learner;
  private String dataset;

  @BeforeEach
  void open() {
    learner = new Learner(dir);
    dataset = learner.imported("shop", Learner.ring(60));
  }

  @AfterEach
  void close() {
    learner.close();
  }

  @Test
  void saysWhichPastItemsCarriedWhatIsRecommended() {
    String campaign = learner.campaign(dataset, "next", "aws-user-personalization");
    var recommended =
        learner
            .runtime()
            .getRecommendations(in -> in.campaignArn(campaign).userId("u0").numResults(3))
            .itemList();

    JsonNode answer = explain(campaign, Map.of("userId", "u0", "numResults", "3"));

    assertThat(answer.get("recipe").asString()).isEqualTo("aws-user-personalization");
    assertThat(answer.get("items").valueStream().map(item -> item.get("itemId").asString()))
        .containsExactlyElementsOf(recommended.stream().map(item -> item.itemId()).toList());
    JsonNode first = answer.get("items").get(0);
    assertThat(first.get("history").isEmpty()).isFalse();
    assertThat(sum(first, "value")).isCloseTo(first.get("value").asDouble(), within(1e-3));
    assertThat(parts(first).mapToDouble(part -> Math.abs(part.get("share").asDouble())).sum())
        .isGreaterThan(0.5);
    assertThat(
            explain(campaign, Map.of("userId", "u0", "itemId", "i07"))
                .get("items")
                .get(0)
                .get("itemId")
                .asString())
        .isEqualTo("i07");
  }

  @Test
  void saysOfAnItemThatIsTriedOutThatItIs() {
    var csv = new StringBuilder(Learner.ring(60));
    for (int fresh = 0; fresh < 30; fresh++) {
      csv.append("u%d,fresh%d,click,%d%n".formatted(fresh, fresh, 1_700_003_000L));
    }
    String campaign =
        learner.campaign(
            learner.imported("fresh", csv.toString()), "fresh", "aws-user-personalization");

    JsonNode items = explain(campaign, Map.of("userId", "u0", "numResults", "40")).get("items");

    assertThat(items.valueStream().filter(item -> item.has("reason")))
        .isNotEmpty()
        .allSatisfy(
            item -> {
              assertThat(item.get("reason").asString()).isEqualTo("Exploration");
              assertThat(item.get("itemId").asString()).startsWith("fresh");
            });
  }

  @Test
  void saysWhyAnItemGoesWithAnother() {
    String campaign = learner.campaign(dataset, "company", "aws-sims");

    JsonNode answer = explain(campaign, Map.of("itemId", "i03", "relatedItemId", "i04"));

    assertThat(answer.get("items")).hasSize(1);
    assertThat(answer.get("items").get(0).get("components").get(0).get("component").asString())
        .isEqualTo("co-occurrence");
  }

  @Test
  void refusesWhatItCanNotExplain() {
    String campaign = learner.campaign(dataset, "next", "aws-user-personalization");

    assertThatThrownBy(() -> explain(campaign, Map.of())).hasMessage("userId is missing.");
    assertThatThrownBy(() -> explain(campaign, Map.of("userId", "u0", "itemId", "nothing")))
        .hasMessageContaining("is no item that the campaign's model knows");
    assertThatThrownBy(() -> explain(campaign, Map.of("userId", "u0", "numResults", "101")))
        .hasMessageContaining("a number from 1 to 100");
    assertThatThrownBy(() -> explain(campaign + "x", Map.of("userId", "u0")))
        .hasMessageContaining("does not exist");
  }

  private JsonNode explain(String campaign, Map<String, String> query) {
    return learner.plane().extra("explanations", campaign, query);
  }

  private static double sum(JsonNode item, String name) {
    return parts(item).mapToDouble(part -> part.get(name).asDouble()).sum();
  }

  private static Stream<JsonNode> parts(JsonNode item) {
    return Stream.concat(item.get("history").valueStream(), item.get("components").valueStream());
  }
}
