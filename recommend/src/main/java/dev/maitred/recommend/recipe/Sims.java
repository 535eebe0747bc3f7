package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.popularity.Popularity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code aws-sims}: the items that share the most users with a given item. An item that is unknown,
 * or has too few common users, gets popular items, and so do the places that its own neighbours
 * leave empty.
 *
 * <p>Users whose histories lie outside the documented percentiles are not counted. The percentiles
 * of items, {@code min_} and {@code max_item_interaction_count_percentile}, leave items out only
 * where the caller gives them: followed to the letter, the documented default 0.9 takes every hit
 * out of all answers, while AWS's own published answers are full of hits. An item outside given
 * percentiles is still answered for, but is never a neighbour.
 */
final class Sims implements Recipe {

  private static final String NAME = "aws-sims";

  private static final Hyperparameter DISCOUNT =
      Hyperparameter.ofFraction("popularity_discount_factor", 0.5);
  private static final Hyperparameter MIN_COMMON_USERS =
      Hyperparameter.ofInteger("min_cointeraction_count", 3, 0, 10);
  private static final Hyperparameter MIN_USERS =
      Hyperparameter.ofPercentile("min_item_interaction_count_percentile", 0.01);
  private static final Hyperparameter MAX_USERS =
      Hyperparameter.ofPercentile("max_item_interaction_count_percentile", 0.9);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RecipeType type() {
    return RecipeType.RELATED_ITEMS;
  }

  @Override
  public boolean scored() {
    return false;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        DISCOUNT,
        MIN_COMMON_USERS,
        Hyperparameter.ofPercentile(Percentiles.MIN_HISTORY.name(), 0.005),
        Hyperparameter.ofPercentile(Percentiles.MAX_HISTORY.name(), 0.995),
        MIN_USERS,
        MAX_USERS);
  }

  @Override
  public Recommender train(TrainingData data, Settings settings, Progress progress) {
    progress.step("popularity", 0, "counting users");
    var popularity = Popularity.of(data.events());
    progress.step("co-occurrence", 0.05, "counting common users");
    var usual =
        Percentiles.of(
            IntStream.range(0, popularity.items()).map(popularity::users),
            settings.given(MIN_USERS.name()) ? settings.number(MIN_USERS.name()) : 0,
            settings.given(MAX_USERS.name()) ? settings.number(MAX_USERS.name()) : 1);
    var rows =
        new CoOccurrence(
                Percentiles.usualUsers(data.events(), settings),
                settings.integer(MIN_COMMON_USERS.name()),
                settings.number(DISCOUNT.name()),
                item -> usual.holds(popularity.users(item)))
            .rows(progress.part(0.05, 1));
    progress.step("co-occurrence", 1, rows.size() + " pairs");
    return new RelatedItems(NAME, "co-occurrence", popularity, rows);
  }

  @Override
  public Recommender read(ModelReader in) {
    return RelatedItems.read(in);
  }
}
