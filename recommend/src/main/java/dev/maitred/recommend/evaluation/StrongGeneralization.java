package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The protocol of papers on autoencoders (Liang et al., Variational Autoencoders for Collaborative
 * Filtering, 2018, section 4): a tenth of the users with five events or more are new to the model,
 * and of each a fifth of the events, drawn by chance, must be foreseen from the rest.
 */
public final class StrongGeneralization {

  private static final int LEAST_EVENTS = 5;
  private static final double HIDDEN = 0.2;

  private StrongGeneralization() {}

  /** Keeps a tenth of the users from the training. */
  public static Holdout of(TrainingData data, boolean repeats, long seed) {
    Interactions events = data.events();
    boolean[] tested = Sample.tenth(events, LEAST_EVENTS, seed);
    var random = new SplittableRandom(seed);
    List<Case> cases =
        IntStream.range(0, events.users())
            .filter(user -> tested[user])
            .mapToObj(user -> fifthOff(user, events.history(user), random.nextLong()))
            .toList();
    TrainingData training = data.oldest(user -> tested[user] ? 0 : events.events(user));
    return new Holdout(training, cases, repeats);
  }

  static Case fifthOff(int user, int[] history, long seed) {
    int[] places = IntStream.range(0, history.length).toArray();
    int hidden = (int) Math.max(1, Math.round(HIDDEN * history.length));
    boolean[] truth = Sample.of(history.length, places, hidden, seed);
    return new Case(
        user,
        Arrays.stream(places).filter(at -> !truth[at]).map(at -> history[at]).toArray(),
        Arrays.stream(places).filter(at -> truth[at]).map(at -> history[at]).toArray());
  }
}
