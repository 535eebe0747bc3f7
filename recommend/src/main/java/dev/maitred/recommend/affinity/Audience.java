package dev.maitred.recommend.affinity;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.als.ImplicitAls;
import dev.maitred.recommend.als.ItemFactors;
import dev.maitred.recommend.als.Preferences;
import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The users of a training, to be ranked for an item or for a set of items. A user's score for an
 * item is the logarithm, up to a factor and a constant, of how many of the user's next events are
 * expected to be of it: the user's number of events times the item's share of the user's softmax
 * over all items, of the scores of a factorization. That is taste · item less a number of the
 * user's own, so users who are good for everything do not win every segment, and users who have
 * much of everything count for as much as they have (docs/decisions/107-segments.md).
 *
 * <p>Where users hardly ever come back to an item, those who had it come last.
 */
public final class Audience {

  /** By how much the softmax over a user's scores sharpens them. */
  private static final double SHARPNESS = 4;

  /** Tastes are of all events alike: who has liked something may well like it for years. */
  private static final int EVENTS = 400;

  /** The softmax is over the most popular items, so that it does not cost the whole catalogue. */
  private static final int MOST_ITEMS = 5_000;

  private static final int USERS_A_PIECE = 64;

  /** What having had the item takes off where nobody comes back; more than scores ever differ. */
  private static final float HAD = -10;

  private final ItemFactors factors;
  private final Matrix tastes;
  private final Histories histories;
  private final float[] usual;
  private final int[] popularity;

  private Audience(ItemFactors factors, Matrix tastes, Histories histories, float[] usual) {
    this.factors = factors;
    this.tastes = tastes;
    this.histories = histories;
    this.usual = usual;
    this.popularity = histories.popularity();
  }

  /**
   * Learns from all events.
   *
   * @param rank numbers in a taste
   */
  public static Audience train(TrainingData data, int rank, long seed, Progress progress) {
    var histories = Histories.of(data.events());
    ItemFactors factors =
        ImplicitAls.DEFAULT
            .ofRank(rank)
            .train(Preferences.of(data.events()), seed, progress.part(0, 0.8))
            .remembering(1, EVENTS);
    progress.step("audience", 0.8, "tastes of %d users".formatted(histories.users()));
    Matrix tastes = factors.tastes(histories.users(), histories::of, progress);
    progress.step("audience", 0.9, "usual scores");
    float[] usual = usual(factors, tastes, histories, progress);
    progress.step("audience", 1, "");
    return new Audience(factors, tastes, histories, usual);
  }

  private static float[] usual(
      ItemFactors factors, Matrix tastes, Histories histories, Progress progress) {
    int rank = factors.rank();
    int[] popularity = histories.popularity();
    var known = new float[popularity.length];
    for (int item = 0; item < known.length; item++) {
      known[item] = popularity[item] > 0 ? popularity[item] : Float.NEGATIVE_INFINITY;
    }
    int[] items = TopItems.select(known, MOST_ITEMS, item -> true);
    var vectors = new float[Math.multiplyExact(items.length, rank)];
    for (int at = 0; at < items.length; at++) {
      System.arraycopy(factors.vectors().values(), items[at] * rank, vectors, at * rank, rank);
    }
    var usual = new float[tastes.rows()];
    Shards.forEach(
        Math.ceilDiv(usual.length, USERS_A_PIECE),
        progress,
        piece -> {
          int from = piece * USERS_A_PIECE;
          int users = Math.min(USERS_A_PIECE, usual.length - from);
          var some = new Matrix(tastes.values(), from * rank, users, rank, rank);
          var scores = new float[users * items.length];
          Product.byTransposed(
              some,
              Matrix.of(vectors, items.length, rank),
              0,
              Matrix.of(scores, users, items.length));
          for (int user = 0; user < users; user++) {
            float[] own =
                Arrays.copyOfRange(scores, user * items.length, (user + 1) * items.length);
            int[] history = histories.of(from + user);
            usual[from + user] = usual(own, items, history, histories.repeats());
          }
        });
    return usual;
  }

  /** What makes a user's scores comparable: (log Σ e^(4·s) − log events) / 4. */
  private static float usual(float[] scores, int[] items, int[] history, boolean repeats) {
    var had = new BitSet();
    if (!repeats) {
      Arrays.stream(history).forEach(had::set);
    }
    double sum = 0;
    for (int at = 0; at < scores.length; at++) {
      sum += had.get(items[at]) ? 0 : Math.exp(SHARPNESS * Math.clamp(scores[at], -10, 10));
    }
    double events = Math.max(1, history.length);
    return (float) ((Math.log(Math.max(sum, 1e-9)) - Math.log(events)) / SHARPNESS);
  }

  /** Number of items of the training. */
  public int items() {
    return histories.items();
  }

  /** Number of users of the training. */
  public int users() {
    return histories.users();
  }

  /**
   * The score of every user for an item, −∞ for those without events.
   *
   * @throws UnknownSubject if the item had no event in training
   */
  public float[] of(int item) {
    if (item < 0 || item >= items() || popularity[item] == 0) {
      throw UnknownSubject.item(item);
    }
    float[] scores = factors.scores(tastes, item);
    for (int user = 0; user < scores.length; user++) {
      scores[user] -= usual[user];
      if (!histories.repeats() && histories.had(user, item)) {
        scores[user] += HAD;
      }
    }
    return onlyKnown(scores);
  }

  /**
   * The score of every user for a set of items, −∞ for those without events: the mean score of the
   * items, weighed by their events and less the usual score, and the share of the user's own
   * history that lies in them, both standardised over the users so that they count alike.
   *
   * @throws UnknownSubject if no item with events is among them
   */
  public float[] of(BitSet items, Map<String, String> asked) {
    float[] taste = taste(items, asked);
    float[] share = shares(items);
    standardise(taste);
    standardise(share);
    for (int user = 0; user < taste.length; user++) {
      taste[user] += share[user];
    }
    return onlyKnown(taste);
  }

  private float[] taste(BitSet items, Map<String, String> asked) {
    var mean = new float[factors.rank()];
    double events = items.stream().mapToLong(item -> popularity[item]).sum();
    if (events == 0) {
      throw UnknownSubject.combination(asked);
    }
    float[] vectors = factors.vectors().values();
    items.stream()
        .forEach(
            item -> {
              float weight = (float) (popularity[item] / events);
              for (int at = 0; at < mean.length; at++) {
                mean[at] += weight * vectors[item * mean.length + at];
              }
            });
    var scores = new float[users()];
    Product.byTransposed(tastes, Matrix.of(mean, 1, mean.length), 0, Matrix.of(scores, users(), 1));
    for (int user = 0; user < scores.length; user++) {
      scores[user] -= usual[user];
    }
    return scores;
  }

  private float[] shares(BitSet items) {
    var shares = new float[users()];
    for (int user = 0; user < shares.length; user++) {
      shares[user] = (float) histories.share(user, items);
    }
    return shares;
  }

  private void standardise(float[] values) {
    double mean = known().mapToDouble(user -> values[user]).average().orElse(0);
    double variance =
        known().mapToDouble(user -> Math.pow(values[user] - mean, 2)).average().orElse(0);
    double scale = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
    for (int user = 0; user < values.length; user++) {
      values[user] = (float) ((values[user] - mean) * scale);
    }
  }

  private IntStream known() {
    return IntStream.range(0, users()).filter(user -> histories.events(user) > 0);
  }

  private float[] onlyKnown(float[] scores) {
    for (int user = 0; user < scores.length; user++) {
      if (histories.events(user) == 0) {
        scores[user] = Float.NEGATIVE_INFINITY;
      }
    }
    return scores;
  }

  /** What each event of a user, by its place in their training history, says for an item. */
  public Explanation explain(int item, int user) {
    var parts = new ArrayList<Part>();
    float[] events = factors.parts(histories.of(user), item);
    for (int event = 0; event < events.length; event++) {
      if (events[event] != 0) {
        parts.add(new Part("taste", event, events[event]));
      }
    }
    parts.add(new Part("usual", Explanation.NO_EVENT, -usual[user]));
    if (!histories.repeats() && histories.had(user, item)) {
      parts.add(new Part("seen", Explanation.NO_EVENT, HAD));
    }
    return Explanation.of(user, parts);
  }

  /** What speaks for a user where a set of items is asked for. */
  public Explanation explain(BitSet items, Map<String, String> asked, int user) {
    float[] taste = taste(items, asked);
    float[] share = shares(items);
    standardise(taste);
    standardise(share);
    return Explanation.of(
        user,
        List.of(
            new Part("taste", Explanation.NO_EVENT, taste[user]),
            new Part("share of history", Explanation.NO_EVENT, share[user])));
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    factors.write(out);
    histories.write(out);
    out.putFloats(tastes.values());
    out.putFloats(usual);
  }

  /** Reads what {@link #write} wrote. */
  public static Audience read(ModelReader in) {
    ItemFactors factors = ItemFactors.read(in);
    Histories histories = Histories.read(in);
    Matrix tastes = Matrix.of(in.getFloats(), histories.users(), factors.rank());
    return new Audience(factors, tastes, histories, in.getFloats());
  }
}
