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
import dev.maitred.recommend.blend.NextItems;
import java.util.List;

/**
 * {@code aws-user-personalization}: the next items of a user, from the order of the events. A
 * {@link Blend} of a Markov chain, a ridge regression on the sequence and EASE (both for the most
 * popular items only, so that training stays quick), popularity and, where there are events enough,
 * the network EmaNet, weighed by how well they foresee each user's last event; who has no history
 * gets popular items. Nothing is kept about users: whoever asks brings their history, so one more
 * event changes the next answer.
 *
 * <p>Hyperparameters:
 *
 * <ul>
 *   <li>{@code bptt}: how many of the last events count;
 *   <li>{@code recency_mask}: whether the latest trends in popularity count beside popularity of
 *       all times;
 *   <li>{@code min_} and {@code max_user_history_length_percentile}: which users are learnt from;
 *   <li>{@code hidden_dimension}: the width of the network's gated layer, in steps of 32.
 * </ul>
 */
final class UserPersonalization implements Recipe {

  static final String NAME = "aws-user-personalization";

  private static final Hyperparameter HIDDEN =
      Hyperparameter.ofInteger("hidden_dimension", 149, 32, 256);
  private static final Hyperparameter LOOKBACK = Hyperparameter.ofInteger("bptt", 32, 2, 32);
  private static final Hyperparameter RECENCY = Hyperparameter.ofSwitch("recency_mask", true);

  @Override
  public String name() {
    return NAME;
  }

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
    return List.of(HIDDEN, LOOKBACK, RECENCY, Percentiles.MIN_HISTORY, Percentiles.MAX_HISTORY);
  }

  @Override
  public Recommender train(TrainingData data, Settings settings, Progress progress) {
    return rehearse(data, settings, progress.part(0, 0.5))
        .performance()
        .train(data, progress.part(0.5, 1));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The components learn from all but each user's last event, and the weights from how well that
   * foresees the last events; the performance takes over the weights.
   */
  @Override
  public Rehearsal rehearse(TrainingData data, Settings settings, Progress progress) {
    var next =
        new NextItems(
            settings.integer(LOOKBACK.name()),
            settings.flag(RECENCY.name()),
            hidden(settings),
            settings.seed());
    Rehearsal rehearsal =
        next.rehearse(NAME, Blend.Answer.CATALOGUE, usual(data, settings), progress);
    return new Rehearsal(
        rehearsal.model(),
        (all, rest) -> rehearsal.performance().train(usual(all, settings), rest));
  }

  private static TrainingData usual(TrainingData data, Settings settings) {
    return data.with(Percentiles.usualUsers(data.events(), settings));
  }

  /** In steps of 32, as the processor likes it. */
  private static int hidden(Settings settings) {
    return settings.integer(HIDDEN.name()) / 32 * 32;
  }
}
