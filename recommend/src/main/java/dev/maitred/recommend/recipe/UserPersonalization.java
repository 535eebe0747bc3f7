package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Rehearsal;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.emanet.EmaNet;
import dev.maitred.recommend.emanet.EmaNetTraining;
import dev.maitred.recommend.linear.Ease;
import dev.maitred.recommend.linear.MarkovChain;
import dev.maitred.recommend.linear.SequenceRidge;
import dev.maitred.recommend.linear.Transitions;
import dev.maitred.recommend.model.ModelReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** From fewer events a network learns nothing that the chains do not (docs/decisions/025). */
  private static final int LEAST_EVENTS_FOR_NETWORK = 100_000;

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
    var heldOut = HeldOut.of(Percentiles.usualUsers(data.events(), settings), settings.seed());
    Signals counted = counted(heldOut.training(), settings, progress.part(0, 0.2));
    Optional<EmaNet> network = network(heldOut, counted, settings, progress.part(0.2, 0.85));
    Signals signals = counted.with(network);
    Weights weights = BlendFit.fit(signals, heldOut.cases(), progress.part(0.85, 1));
    return new Rehearsal(
        new Blend(NAME, signals, weights),
        (all, rest) -> {
          Interactions usual = Percentiles.usualUsers(all.events(), settings);
          Signals again = counted(usual, settings, rest.part(0, 0.25));
          Optional<EmaNet> anew =
              network.map(
                  rehearsed ->
                      EmaNetTraining.refine(rehearsed, usual, settings.seed(), rest.part(0.25, 1)));
          rest.step("blend", 1, "");
          return new Blend(NAME, again.with(anew), weights);
        });
  }

  private static Optional<EmaNet> network(
      HeldOut heldOut, Signals signals, Settings settings, Progress progress) {
    List<HeldOut.Case> cases = signals.trained(heldOut.cases());
    if (cases.isEmpty() || heldOut.training().events() < LEAST_EVENTS_FOR_NETWORK) {
      return Optional.empty();
    }
    var loss = new HeldOutLoss(signals.popularity(), cases, progress);
    return Optional.of(
        EmaNetTraining.train(
            heldOut.training(), hidden(settings), settings.seed(), loss, progress));
  }

  /** In steps of 32, as the processor likes it. */
  private static int hidden(Settings settings) {
    return settings.integer(HIDDEN.name()) / 32 * 32;
  }

  private static Signals counted(Interactions data, Settings settings, Progress progress) {
    progress.step("popularity", 0, data.events() + " events");
    var popularity = Popularity.of(data);
    var standings = new ArrayList<Standing>();
    standings.add(Standing.ofUsers(popularity));
    if (settings.flag(RECENCY.name())) {
      standings.add(Standing.ofRecentEvents(data));
    }
    List<Transitions> chains = chains(data, settings, progress);
    progress.step("components", 1, chains.size() + standings.size() + " trained");
    return new Signals(popularity, chains, standings, Optional.empty());
  }

  private static List<Transitions> chains(Interactions data, Settings settings, Progress progress) {
    int lookback = settings.integer(LOOKBACK.name());
    var chains = new ArrayList<Transitions>();
    progress.step("markov", 0.05, data.items() + " items");
    chains.add(MarkovChain.train(data, lookback, progress));
    if (data.items() > 0) {
      progress.step("ridge", 0.15, data.items() + " items");
      chains.add(SequenceRidge.train(data, lookback, progress));
      progress.step("ease", 0.85, data.items() + " items");
      chains.add(Ease.train(data, progress));
    }
    return chains;
  }

  static Recommender read(ModelReader in) {
    return Blend.read(in);
  }
}
