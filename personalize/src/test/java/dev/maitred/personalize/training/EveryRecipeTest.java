package dev.maitred.personalize.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.personalize.Learner;
import dev.maitred.personalize.Shop;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.recipe.Recipes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.personalize.model.ImportMode;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

/** Every recipe that can be trained, from imported data to an answer. */
class EveryRecipeTest {
  private static final String ITEMS =
      """
      {"type": "record", "name": "Items", "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "ITEM_ID", "type": "string"},
         {"name": "GENRES", "type": "string", "categorical": true},
         {"name": "TITLE", "type": "string", "itemName": true},
         {"name": "PLOT", "type": "string", "textual": true},
         {"name": "CREATION_TIMESTAMP", "type": "long"}],
       "version": "1.0"}""";
  private static final String USERS =
      """
      {"type": "record", "name": "Users", "namespace": "com.amazonaws.personalize.schema",
       "fields": [
         {"name": "USER_ID", "type": "string"},
         {"name": "AGE", "type": "int"}],
       "version": "1.0"}""";

  @TempDir Path dir;
  private Learner learner;
  private String interactions;

  @BeforeEach
  void open() {
    learner = new Learner(dir);
    Shop shop = new Shop(learner.control());
    String group = shop.group("shop");
    interactions = shop.dataset(group, "INTERACTIONS", Shop.INTERACTIONS);
    fill(shop.dataset(group, "ITEMS", ITEMS), "items", items());
    fill(shop.dataset(group, "USERS", USERS), "users", users());
  }

  @AfterEach
  void close() {
    learner.close();
  }

  private void fill(String dataset, String name, String csv) {
    learner.fill(dataset, name, csv, ImportMode.FULL);
  }

  @Test
  void answersWithIdsOfAnyUnicode() {
    fill(interactions, "events", events(40, 12, true));

    for (Recipe recipe : usable()) {
      String campaign = learner.campaign(interactions, recipe.name(), recipe.name());

      List<PredictedItem> answer = ask(campaign, recipe.type());

      assertThat(answer).as(recipe.name()).isNotEmpty();
      assertThat(answer)
          .as(recipe.name())
          .extracting(PredictedItem::itemId)
          .allMatch(id -> id.matches("i\\d+, \"🎬\" é"))
          .doesNotHaveDuplicates();
      assertThat(answer)
          .as(recipe.name())
          .allSatisfy(
              item -> assertThat(item.score() == null || Double.isFinite(item.score())).isTrue());
    }
  }

  @Test
  void makesASaneModelOfOneItemAtOneTimeOrSaysWhyNot() {
    fill(interactions, "events", events(1100, 1, false));

    for (Recipe recipe : usable()) {
      SolutionVersion version =
          learner.trained(learner.solution(interactions, recipe.name(), recipe.name(), Map.of()));

      assertThat(version.status()).as(recipe.name()).isEqualTo("CREATE FAILED");
      assertThat(version.failureReason())
          .as(recipe.name())
          .isEqualTo(
              "Create failed. Dataset has fewer than 25 users with at least 2 interactions each.");
    }
  }

  @Test
  void makesASaneModelOfEventsThatAllHappenAtOnce() {
    fill(interactions, "events", events(550, 2, false));

    for (Recipe recipe : usable()) {
      String campaign = learner.campaign(interactions, recipe.name(), recipe.name());

      assertThat(ask(campaign, recipe.type()))
          .as(recipe.name())
          .allSatisfy(
              item -> assertThat(item.score() == null || Double.isFinite(item.score())).isTrue());
    }
  }

  /** Those that need no dataset beyond the three that are here. */
  private static List<Recipe> usable() {
    return Recipes.all().stream()
        .filter(recipe -> recipe.type() != RecipeType.PERSONALIZED_ACTIONS)
        .filter(recipe -> recipe.type() != RecipeType.USER_SEGMENTATION)
        .filter(recipe -> !recipe.name().matches("aws-(vod|ecomm)-.*"))
        .toList();
  }

  private List<PredictedItem> ask(String campaign, RecipeType type) {
    return switch (type) {
      case RELATED_ITEMS ->
          learner
              .runtime()
              .getRecommendations(in -> in.campaignArn(campaign).itemId(item(1)))
              .itemList();
      case PERSONALIZED_RANKING ->
          learner
              .runtime()
              .getPersonalizedRanking(
                  in -> in.campaignArn(campaign).userId(user(1)).inputList(item(1), item(0)))
              .personalizedRanking();
      default ->
          learner
              .runtime()
              .getRecommendations(in -> in.campaignArn(campaign).userId(user(1)))
              .itemList();
    };
  }

  private static String item(int number) {
    return "i" + number + ", \"🎬\" é";
  }

  private static String user(int number) {
    return "u" + number + " \\, 日本";
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Walks over items in a ring, three events at each, with every event a second time. */
  private static String events(int users, int items, boolean inTime) {
    StringBuilder csv = new StringBuilder("USER_ID,ITEM_ID,EVENT_TYPE,TIMESTAMP\n");
    for (int user = 0; user < users; user++) {
      for (int step = 0; step < 3 * items; step++) {
        String row =
            "%s,%s,view,%d%n"
                .formatted(
                    quoted(user(user)),
                    quoted(item((user + step) % items)),
                    1_700_000_000L + (inTime ? 60L * step : 0));
        csv.append(row).append(row);
      }
    }
    return csv.toString();
  }

  private static String items() {
    StringBuilder csv = new StringBuilder("ITEM_ID,GENRES,TITLE,PLOT,CREATION_TIMESTAMP\n");
    for (int item = 0; item < 14; item++) {
      csv.append(
          "%s,%s,Title %d,\"A story of %s\",%d%n"
              .formatted(
                  quoted(item(item)),
                  item % 2 == 0 ? "drama|crime" : "comedy",
                  item,
                  item % 3 == 0 ? "two ships at sea" : "a town in the hills",
                  1_600_000_000L + item));
    }
    return csv.toString();
  }

  private static String users() {
    return "USER_ID,AGE\n" + quoted(user(1)) + ",33\n";
  }
}
