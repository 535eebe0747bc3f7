package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.model.ModelReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A recipe to compare with, that scores items for a history. Its scores are plain counts: they put
 * the items in order and tell which are equal.
 *
 * @param name what it is called
 * @param training makes the scores of every item from a history; −∞ for an item without events
 */
record Baseline(String name, Function<Interactions, Function<int[], float[]>> training)
    implements Recipe {

  @Override
  public RecipeType type() {
    return RecipeType.USER_PERSONALIZATION;
  }

  @Override
  public boolean scored() {
    return true;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of();
  }

  @Override
  public Recommender train(TrainingData data, Settings settings, Progress progress) {
    progress.step(name, 0, "counting");
    var model = new Model(name, data.events().items(), training.apply(data.events()));
    progress.step(name, 1, "");
    return model;
  }

  @Override
  public Recommender read(ModelReader in) {
    throw new UnsupportedOperationException("a baseline is not kept");
  }

  private record Model(String recipe, int items, Function<int[], float[]> scores)
      implements Recommender {

    @Override
    public Ranking recommend(Query query) {
      int[] known = Arrays.stream(query.history()).filter(i -> i >= 0 && i < items).toArray();
      float[] all = scores.apply(known);
      int[] best = TopItems.select(all, query.limit(), query.filter());
      var scores = new float[best.length];
      for (int at = 0; at < best.length; at++) {
        scores[at] = all[best[at]];
      }
      return new Ranking(best, scores);
    }

    @Override
    public Explanation explain(Query query, int item) {
      double score = scores.apply(query.history())[item];
      return Explanation.of(
          item, List.of(new Explanation.Part(recipe, Explanation.NO_EVENT, score)));
    }

    @Override
    public void save(Path file) {
      throw new UnsupportedOperationException("a baseline is not kept");
    }
  }
}
