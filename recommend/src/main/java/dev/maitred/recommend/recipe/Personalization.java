package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Rehearsal;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.blend.Blend;
import dev.maitred.recommend.blend.Blend.Answer;
import dev.maitred.recommend.blend.NextItems;
import dev.maitred.recommend.model.ModelReader;
import java.util.List;

/**
 * The recipes that foresee the next items of a user from the order of the events, by a {@link
 * Blend} of all components that help: {@code aws-user-personalization} and {@code
 * aws-personalized-ranking} in both versions, and the use cases <em>recommended for you</em> and
 * <em>top picks for you</em>. The model keeps no state of users: whoever asks brings their history,
 * so one more event changes the next answer, and who has none gets popular items.
 *
 * <p>Hyperparameters of the first versions:
 *
 * <ul>
 *   <li>{@code bptt}: how many of the last events count;
 *   <li>{@code recency_mask}: whether the latest trends in popularity count beside popularity of
 *       all times;
 *   <li>{@code min_} and {@code max_user_history_length_percentile}: which users are learnt from;
 *   <li>{@code hidden_dimension}: the width of the network's gated layer, in steps of 32.
 * </ul>
 *
 * <p>The second versions have {@code apply_recency_bias} only, which is {@code recency_mask} by
 * another name; the use cases have none.
 */
record Personalization(String name, RecipeType type, Answer answer, Knobs knobs) implements Recipe {

  private static final String USER_V1 = "aws-user-personalization";
  static final String USER_V2 = "aws-user-personalization-v2";
  private static final String RANKING_V1 = "aws-personalized-ranking";
  static final String RANKING_V2 = "aws-personalized-ranking-v2";
  private static final String RECOMMENDED_FOR_YOU = "aws-ecomm-recommended-for-you";
  private static final String TOP_PICKS = "aws-vod-top-picks";

  private static final Hyperparameter HIDDEN =
      Hyperparameter.ofInteger("hidden_dimension", 149, 32, 256);
  private static final Hyperparameter LOOKBACK = Hyperparameter.ofInteger("bptt", 32, 2, 32);
  private static final Hyperparameter RECENCY = Hyperparameter.ofSwitch("recency_mask", true);
  private static final Hyperparameter RECENCY_BIAS =
      Hyperparameter.ofSwitch("apply_recency_bias", true).fixed();

  /** In steps of 32, as the processor likes it. */
  private static final int STEP = 32;

  /** Which hyperparameters there are. */
  private enum Knobs {
    MANY(List.of(HIDDEN, LOOKBACK, RECENCY, Percentiles.MIN_HISTORY, Percentiles.MAX_HISTORY)),
    RECENCY_ONLY(List.of(RECENCY_BIAS)),
    NONE(List.of());

    private final List<Hyperparameter> all;

    Knobs(List<Hyperparameter> all) {
      this.all = all;
    }
  }

  /** The values of the first versions' hyperparameters where there are no such. */
  private static final Settings DEFAULTS =
      Settings.defaults(
          new Personalization(
              USER_V1, RecipeType.USER_PERSONALIZATION, Answer.CATALOGUE, Knobs.MANY),
          0);

  /** All of them. */
  static List<Recipe> all() {
    return List.of(
        new Personalization(
            USER_V2, RecipeType.USER_PERSONALIZATION, Answer.CANDIDATES, Knobs.RECENCY_ONLY),
        new Personalization(USER_V1, RecipeType.USER_PERSONALIZATION, Answer.CATALOGUE, Knobs.MANY),
        new Personalization(
            RANKING_V2, RecipeType.PERSONALIZED_RANKING, Answer.LIST, Knobs.RECENCY_ONLY),
        new Personalization(RANKING_V1, RecipeType.PERSONALIZED_RANKING, Answer.LIST, Knobs.MANY),
        new Personalization(
            RECOMMENDED_FOR_YOU, RecipeType.USER_PERSONALIZATION, Answer.UNSCORED, Knobs.NONE),
        new Personalization(
            TOP_PICKS, RecipeType.USER_PERSONALIZATION, Answer.UNSCORED, Knobs.NONE));
  }

  @Override
  public boolean scored() {
    return answer != Answer.UNSCORED;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return knobs.all;
  }

  @Override
  public Recommender train(TrainingData data, Settings settings, Progress progress) {
    return rehearse(data, settings, progress.part(0, 0.6))
        .performance()
        .train(data, progress.part(0.6, 1));
  }

  @Override
  public Recommender read(ModelReader in) {
    return Blend.read(in);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The components learn from all but the latest events of some users, and the weights from how
   * well that foresees those events; the performance takes over the weights.
   */
  @Override
  public Rehearsal rehearse(TrainingData data, Settings settings, Progress progress) {
    return nextItems(settings).rehearse(name, answer, data, progress);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The former model's components and weights stay; what is counted is counted anew, and the
   * network goes on from where it was.
   */
  @Override
  public Recommender update(
      Recommender former,
      int[] formerNumber,
      TrainingData data,
      Settings settings,
      Progress progress) {
    return former instanceof Blend blend
        ? nextItems(settings).update(blend, formerNumber, data, progress)
        : train(data, settings, progress);
  }

  private NextItems nextItems(Settings settings) {
    Settings full = knobs == Knobs.MANY ? settings : DEFAULTS;
    boolean recency =
        switch (knobs) {
          case MANY -> settings.flag(RECENCY.name());
          case RECENCY_ONLY -> settings.flag(RECENCY_BIAS.name());
          case NONE -> true;
        };
    int hidden = full.integer(HIDDEN.name()) / STEP * STEP;
    return new NextItems(
        full.integer(LOOKBACK.name()),
        recency,
        hidden,
        data -> usual(data, settings),
        settings.seed());
  }

  /** The users that are learnt from: all, where there are no percentiles to choose them by. */
  private TrainingData usual(TrainingData data, Settings settings) {
    return knobs == Knobs.MANY ? data.with(Percentiles.usualUsers(data.events(), settings)) : data;
  }
}
