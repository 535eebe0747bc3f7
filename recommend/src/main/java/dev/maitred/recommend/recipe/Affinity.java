package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Hyperparameter.Stage;
import dev.maitred.recommend.Measurement;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.affinity.Audience;
import dev.maitred.recommend.affinity.ItemAttributes;
import dev.maitred.recommend.evaluation.AttributeSegments;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code aws-item-affinity} and {@code aws-item-attribute-affinity}: the users whom an item, or
 * items with some attributes, suit best. Both are one {@link Audience}; {@code hidden_dimension} is
 * the rank of its factors. An item or attribute that the training did not know is an error.
 *
 * <p>A model answers numbers of users and, unlike those of other recipes, keeps their histories.
 */
record Affinity(String name) implements Recipe {

  static final String OF_ITEMS = "aws-item-affinity";
  static final String OF_ATTRIBUTES = "aws-item-attribute-affinity";

  private static final Hyperparameter RANK =
      Hyperparameter.ofFixedInteger("hidden_dimension", 149, 32, 256, Stage.ALGORITHM);

  @Override
  public RecipeType type() {
    return RecipeType.USER_SEGMENTATION;
  }

  @Override
  public boolean scored() {
    return false;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(RANK);
  }

  @Override
  public Optional<Measurement> measurement() {
    return name.equals(OF_ATTRIBUTES) ? Optional.of(AttributeSegments::trial) : Optional.empty();
  }

  @Override
  public Recommender train(TrainingData data, Settings settings, Progress progress) {
    int rank = settings.integer(RANK.name());
    var audience = Audience.train(data, rank, settings.seed(), progress);
    return new Model(name, audience, ItemAttributes.of(data.items()));
  }

  @Override
  public Recommender read(ModelReader in) {
    return new Model(in.recipe(), Audience.read(in), ItemAttributes.read(in));
  }

  private record Model(String recipe, Audience audience, ItemAttributes attributes)
      implements Recommender {

    @Override
    public int items() {
      return audience.items();
    }

    @Override
    public Ranking recommend(Query query) {
      float[] scores =
          query.attributes().isEmpty()
              ? audience.of(query.item())
              : audience.of(attributes.having(query.attributes()), query.attributes());
      return Ranking.unscored(TopItems.select(scores, query.limit(), query.filter()));
    }

    @Override
    public Explanation explain(Query query, int user) {
      return query.attributes().isEmpty()
          ? audience.explain(query.item(), user)
          : audience.explain(attributes.having(query.attributes()), query.attributes(), user);
    }

    @Override
    public void save(Path file) {
      ModelWriter.write(
          file,
          recipe,
          out -> {
            audience.write(out);
            attributes.write(out);
          });
    }
  }
}
