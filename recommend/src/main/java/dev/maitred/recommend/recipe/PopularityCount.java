package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import dev.maitred.recommend.popularity.Popularity;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code aws-popularity-count}: the items that the most distinct users had, the same for everybody,
 * ties by item number. The use cases of most viewed, best sold and most watched items are the same
 * on events of one type, which are selected where the data are read.
 */
final class PopularityCount implements Recipe {

  private final String name;

  private PopularityCount(String name) {
    this.name = name;
  }

  /** The recipe and the use cases that are made alike. */
  static List<Recipe> all() {
    return List.of(
        new PopularityCount("aws-popularity-count"),
        new PopularityCount("aws-ecomm-popular-items-by-views"),
        new PopularityCount("aws-ecomm-popular-items-by-purchases"),
        new PopularityCount("aws-vod-most-popular"));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public RecipeType type() {
    return RecipeType.POPULAR_ITEMS;
  }

  @Override
  public boolean scored() {
    return false;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of();
  }

  @Override
  public Recommender train(TrainingData data, Settings settings, Progress progress) {
    progress.step("popularity", 0, "counting users");
    var model = new Model(name, Popularity.of(data.events()));
    progress.step("popularity", 1, "");
    return model;
  }

  @Override
  public Recommender read(ModelReader in) {
    return new Model(in.recipe(), Popularity.read(in));
  }

  private record Model(String recipe, Popularity popularity) implements Recommender {

    @Override
    public int items() {
      return popularity.items();
    }

    @Override
    public Ranking recommend(Query query) {
      return Ranking.unscored(popularity.top(query.limit(), query.filter()));
    }

    @Override
    public Explanation explain(Query query, int item) {
      int users = popularity.users(item);
      return Explanation.of(
          item, List.of(new Explanation.Part("popularity", Explanation.NO_EVENT, users)));
    }

    @Override
    public void save(Path file) {
      ModelWriter.write(file, recipe, popularity::write);
    }
  }
}
