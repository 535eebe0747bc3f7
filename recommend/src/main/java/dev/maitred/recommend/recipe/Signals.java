package dev.maitred.recommend.recipe;

import dev.maitred.recommend.emanet.EmaNet;
import dev.maitred.recommend.linear.HistoryModel;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All that speaks for or against each item given a history, before it is weighed. In order:
 *
 * <ul>
 *   <li>of each {@link HistoryModel} with score s: log(1 + s / (0.1 · mean s)), which tells apart
 *       the weak, and 5 · s / max s, which tells apart the strong;
 *   <li>of each {@link Standing}: its value, and its value times {@link #newness};
 *   <li>whether the item is in the history, and how lately (0.9^k for k events since);
 *   <li>of the network, where there is one, its score.
 * </ul>
 *
 * <p>All are 0 where nothing is known, so none is ever NaN.
 *
 * @param popularity distinct users of each item; an item without any is never answered
 * @param chains what follows what
 * @param standings how items stand whatever the history
 * @param network empty if there was nothing to train it on
 */
record Signals(
    Popularity popularity,
    List<HistoryModel> chains,
    List<Standing> standings,
    Optional<EmaNet> network) {

  private static final float SHARE_OF_MEAN = 0.1f;
  private static final float STRONGEST = 5;
  private static final float FORGETTING = 0.9f;

  Signals {
    chains = List.copyOf(chains);
    standings = List.copyOf(standings);
  }

  int items() {
    return popularity.items();
  }

  /** The same with a network. */
  Signals with(Optional<EmaNet> trained) {
    return new Signals(popularity, chains, standings, trained);
  }

  /** The cases whose next item had an event in training. */
  List<HeldOut.Case> trained(List<HeldOut.Case> cases) {
    return cases.stream().filter(c -> popularity.users(c.next()) > 0).toList();
  }

  /** Number of signals. */
  int count() {
    return networkAt() + (network.isPresent() ? 1 : 0);
  }

  /** The place of the network's signal, where there is one. */
  int networkAt() {
    return 2 * chains.size() + 2 * standings.size() + 2;
  }

  /** 1 for a user without history, falling towards 0 with each event. */
  static float newness(int[] history) {
    return 1f / (1 + history.length);
  }

  /**
   * Computes all signals.
   *
   * @param history known items, oldest first
   * @param into for each signal one place for each item; what was there is overwritten
   */
  void compute(int[] history, float[][] into) {
    int at = 0;
    for (HistoryModel chain : chains) {
      float[] raw = into[at + 1];
      Arrays.fill(raw, 0);
      chain.addScores(history, raw);
      var scale = Scale.of(raw);
      for (int item = 0; item < raw.length; item++) {
        into[at][item] = scale.log(raw[item]);
        raw[item] = scale.linear(raw[item]);
      }
      at += 2;
    }
    for (Standing standing : standings) {
      System.arraycopy(standing.values(), 0, into[at], 0, items());
      float newness = newness(history);
      for (int item = 0; item < items(); item++) {
        into[at + 1][item] = newness * standing.values()[item];
      }
      at += 2;
    }
    seen(history, into[at], into[at + 1]);
    network.ifPresent(trained -> trained.scores(history, into[networkAt()]));
  }

  /** Fills in which items are in a history, and how lately. */
  static void seen(int[] history, float[] ever, float[] lately) {
    Arrays.fill(ever, 0);
    Arrays.fill(lately, 0);
    float weight = 1;
    for (int event = history.length - 1; event >= 0; event--) {
      ever[history[event]] = 1;
      lately[history[event]] += weight;
      weight *= FORGETTING;
    }
  }

  /** The two forms of one chain's scores for one history. */
  record Scale(float mean, float max) {

    static Scale of(float[] scores) {
      double sum = 0;
      float max = 0;
      for (float score : scores) {
        sum += Math.max(score, 0);
        max = Math.max(score, max);
      }
      return new Scale((float) (sum / Math.max(1, scores.length)), max);
    }

    float log(float score) {
      return score > 0 && mean > 0
          ? (float) Math.log(1 + score / (SHARE_OF_MEAN * (double) mean))
          : 0;
    }

    float linear(float score) {
      return max > 0 ? STRONGEST * score / max : 0;
    }
  }

  void write(ModelWriter out) {
    popularity.write(out);
    out.putInt(chains.size());
    chains.forEach(chain -> chain.write(out));
    out.putInt(standings.size());
    standings.forEach(standing -> standing.write(out));
    out.putInt(network.isPresent() ? 1 : 0);
    network.ifPresent(trained -> trained.write(out));
  }

  static Signals read(ModelReader in) {
    return new Signals(
        Popularity.read(in),
        IntStream.range(0, in.getInt()).mapToObj(at -> HistoryModel.read(in)).toList(),
        IntStream.range(0, in.getInt()).mapToObj(at -> Standing.read(in)).toList(),
        in.getInt() == 1 ? Optional.of(EmaNet.read(in)) : Optional.empty());
  }
}
