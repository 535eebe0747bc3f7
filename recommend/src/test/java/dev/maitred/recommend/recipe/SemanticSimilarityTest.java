package dev.maitred.recommend.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Column;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Features.Texts;
import dev.maitred.recommend.Growing;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.RankingInfluence;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemanticSimilarityTest {

  private static final Recipe RECIPE = Recipes.named("aws-semantic-similarity").orElseThrow();

  private static final List<String> TEXTS =
      List.of(
          "a ghost haunts an old house",
          "ghosts in the haunted house",
          "two friends open a bakery",
          "baking bread with friends",
          "the friendly baker",
          "",
          "haunting house of a ghost");

  /** Item 2 is everybody's, item 3 one user's; the others have no events. */
  private static final Interactions EVENTS =
      Interactions.of(
          3, 7, new int[] {0, 1, 2, 0}, new int[] {2, 2, 2, 3}, new long[] {1, 2, 3, 4});

  private static final Column CREATED =
      new Numbers(
          "CREATION_TIMESTAMP",
          new double[] {0, 0, 0, 0, 400 * 86_400.0, Double.NaN, 400 * 86_400.0});

  private final Growing model = trained(TEXTS);

  @Test
  void likeTextsAreNearWithoutAnyEvent() {
    assertThat(model.recommend(Query.ofItem(0, 2)).items()).containsExactlyInAnyOrder(1, 6);
    assertThat(model.recommend(Query.ofItem(3, 2)).items()).containsExactlyInAnyOrder(2, 4);
  }

  @Test
  void anItemWithoutTextIsNeverNearAndGetsPopularItems() {
    assertThat(model.recommend(Query.ofItem(0, 7)).items()).doesNotContain(5, 0);
    assertThat(model.recommend(Query.ofItem(5, 7)).items()).containsExactly(2, 3);
  }

  @Test
  void popularityCountsAsMuchAsAsked() {
    var popular = Query.ofItem(0, 1).influencedBy(new RankingInfluence(1, 0));
    assertThat(model.explain(popular, 2).score())
        .isGreaterThan(model.explain(Query.ofItem(0, 1), 2).score() + 0.9);
  }

  @Test
  void freshnessCountsAsMuchAsAsked() {
    var fresh = Query.ofItem(0, 1).influencedBy(new RankingInfluence(0, 1));
    assertThat(model.recommend(fresh).items()).containsExactly(6);
    assertThat(model.explain(fresh, 1).score()).isLessThan(model.explain(fresh, 6).score() - 0.5);
  }

  @Test
  void newItemsAreFoundWithoutTraining() {
    var more = new ArrayList<>(TEXTS);
    more.add("ghost house haunted by a ghost");
    Growing grown = model.with(new Features(8, List.of(new Texts("PLOT", more))));
    assertThat(grown.items()).isEqualTo(8);
    assertThat(grown.recommend(Query.ofItem(7, 3)).items()).containsExactlyInAnyOrder(0, 1, 6);
    assertThat(grown.recommend(Query.ofItem(0, 3)).items()).contains(7);
    assertThat(grown.explain(Query.ofItem(0, 3), 1))
        .isEqualTo(model.explain(Query.ofItem(0, 3), 1));
  }

  private static Growing trained(List<String> texts) {
    var items = new Features(texts.size(), List.of(new Texts("PLOT", texts), CREATED));
    return (Growing)
        RECIPE.train(
            new TrainingData(EVENTS, items, Features.none(3)),
            Settings.defaults(RECIPE, 1),
            Progress.none());
  }
}
