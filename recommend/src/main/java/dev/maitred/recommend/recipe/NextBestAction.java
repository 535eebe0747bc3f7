package dev.maitred.recommend.recipe;

import dev.maitred.recommend.ActionHistory;
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
import dev.maitred.recommend.action.Offers;
import dev.maitred.recommend.action.Propensities;
import dev.maitred.recommend.evaluation.ActionTrial;
import dev.maitred.recommend.exploration.Explorer;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * {@code aws-next-best-action}: the actions that a user will most likely take, by {@link
 * Propensities}; equal ones by VALUE, then by number. Actions with too few events have the
 * propensity 0 and come last, unless they are tried out; expired actions, and for {@code
 * REPEAT_FREQUENCY} days those that the user has done something about, are not answered at all.
 * {@code action_optimization_period} is the number of days within which an action counts as taken.
 */
record NextBestAction() implements Recipe {

  private static final String NAME = "aws-next-best-action";

  private static final Hyperparameter PERIOD =
      Hyperparameter.ofFixedInteger("action_optimization_period", 14, 7, 28, Stage.FEATURIZATION);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RecipeType type() {
    return RecipeType.PERSONALIZED_ACTIONS;
  }

  @Override
  public boolean scored() {
    return true;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(PERIOD);
  }

  @Override
  public Optional<Measurement> measurement() {
    return Optional.of(ActionTrial::trial);
  }

  @Override
  public Recommender train(TrainingData data, Settings settings, Progress progress) {
    var propensities =
        Propensities.train(data, settings.integer(PERIOD.name()), settings.seed(), progress);
    return new Model(data.events().items(), propensities, Offers.of(data.actions()));
  }

  @Override
  public Recommender read(ModelReader in) {
    return new Model(in.getInt(), Propensities.read(in), Offers.read(in));
  }

  private record Model(int items, Propensities propensities, Offers offers) implements Recommender {

    @Override
    public String recipe() {
      return NAME;
    }

    @Override
    public Ranking recommend(Query query) {
      ActionHistory done = done(query);
      float[] chance = propensities.of(query.history(), query.user(), done);
      IntPredicate open = offers.open(done).and(query.filter());
      int[] best =
          IntStream.range(0, chance.length)
              .filter(open)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingDouble(action -> -chance[action])
                      .thenComparingDouble(action -> -offers.value()[action]))
              .limit(query.limit())
              .mapToInt(Integer::intValue)
              .toArray();
      var scores = new float[best.length];
      for (int place = 0; place < best.length; place++) {
        scores[place] = chance[best[place]];
      }
      Query tried = query.where(open.and(action -> !propensities.has(action)));
      return new Explorer(offers.newcomers())
          .explore(new Ranking(best, scores), tried, pool -> new float[pool.length], action -> 0);
    }

    private ActionHistory done(Query query) {
      return query.actions().orElseGet(() -> ActionHistory.none(offers.newest()));
    }

    @Override
    public Explanation explain(Query query, int action) {
      return propensities.explain(query.history(), query.user(), done(query), action);
    }

    @Override
    public void save(Path file) {
      ModelWriter.write(
          file,
          NAME,
          out -> {
            out.putInt(items);
            propensities.write(out);
            offers.write(out);
          });
    }
  }
}
