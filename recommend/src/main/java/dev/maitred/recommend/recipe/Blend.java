package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.emanet.EmaNet;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.linear.HistoryModel;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A trained blend: {@link Signals} and the weight of each. An item's score is their weighed sum,
 * and for a user without history that of the {@link Standing}s alone, by weights of their own; the
 * ranking shows the softmax of the scores over all trained items.
 */
record Blend(String recipe, Signals signals, Weights weights) implements Recommender {

  /** The last events whose part in the network's score is told, each at the cost of one pass. */
  private static final int EXPLAINED = 10;

  @Override
  public int items() {
    return signals.items();
  }

  @Override
  public Ranking recommend(Query query) {
    float[] scores = scores(known(query.history()));
    int[] items = TopItems.select(scores, query.limit(), query.filter());
    return new Ranking(items, shares(scores, items));
  }

  /** The score of every item, −∞ for those without events in training. */
  private float[] scores(int[] history) {
    float[] scores = history.length == 0 ? coldScores() : warmScores(history);
    for (int item = 0; item < scores.length; item++) {
      if (signals.popularity().users(item) == 0) {
        scores[item] = Float.NEGATIVE_INFINITY;
      }
    }
    return scores;
  }

  private float[] coldScores() {
    var scores = new float[items()];
    for (int item = 0; item < scores.length; item++) {
      scores[item] = Standing.sum(signals.standings(), weights.cold(), item);
    }
    return scores;
  }

  private float[] warmScores(int[] history) {
    var computed = new float[signals.count()][items()];
    signals.compute(history, computed);
    var scores = new float[items()];
    for (int at = 0; at < computed.length; at++) {
      float weight = weights.warm()[at];
      for (int item = 0; item < scores.length; item++) {
        scores[item] += weight * computed[at][item];
      }
    }
    return scores;
  }

  private static float[] shares(float[] scores, int[] items) {
    float max = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score - max);
    }
    var shares = new float[items.length];
    for (int at = 0; at < items.length; at++) {
      shares[at] = (float) (Math.exp(scores[items[at]] - max) / sum);
    }
    return shares;
  }

  private int[] known(int[] history) {
    return Arrays.stream(history).filter(item -> item >= 0 && item < items()).toArray();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A chain's logarithm is shared out among the events in proportion to what each adds to the
   * chain's score. Of the network's score, an event's part is what would be missing without it; as
   * the network is not additive, the rest belongs to no event.
   */
  @Override
  public Explanation explain(Query query, int item) {
    int[] history = known(query.history());
    return Explanation.of(
        item, history.length == 0 ? coldParts(item) : warmParts(query, history, item));
  }

  private List<Part> coldParts(int item) {
    var parts = new ArrayList<Part>();
    for (int at = 0; at < weights.cold().length; at++) {
      Standing standing = signals.standings().get(at);
      double value = weights.cold()[at] * standing.values()[item];
      parts.add(new Part(standing.name(), Explanation.NO_EVENT, value));
    }
    return parts;
  }

  private List<Part> warmParts(Query query, int[] history, int item) {
    int[] places = places(query.history());
    var parts = new ArrayList<Part>();
    int at = 0;
    for (HistoryModel chain : signals.chains()) {
      explain(chain, at, history, places, item, parts);
      at += 2;
    }
    for (Standing standing : signals.standings()) {
      double weight = weights.warm()[at] + weights.warm()[at + 1] * Signals.newness(history);
      parts.add(new Part(standing.name(), Explanation.NO_EVENT, weight * standing.values()[item]));
      at += 2;
    }
    explainSeen(at, query.history(), history, item, parts);
    signals.network().ifPresent(network -> explain(network, history, places, item, parts));
    return parts;
  }

  private void explain(
      HistoryModel chain, int at, int[] history, int[] places, int item, List<Part> parts) {
    var scores = new float[items()];
    chain.addScores(history, scores);
    float score = scores[item];
    if (score == 0) {
      return;
    }
    var scale = Signals.Scale.of(scores);
    double value =
        weights.warm()[at] * scale.log(score) + weights.warm()[at + 1] * scale.linear(score);
    float[] shares = chain.parts(history, item);
    for (int event = 0; event < shares.length; event++) {
      if (shares[event] != 0) {
        parts.add(new Part(chain.name(), places[event], value * shares[event] / score));
      }
    }
  }

  /** What would be missing without each of the last events, and the rest. */
  private void explain(EmaNet network, int[] history, int[] places, int item, List<Part> parts) {
    double weight = weights.warm()[signals.networkAt()];
    float score = network.score(history, item);
    double rest = score;
    for (int event = Math.max(0, history.length - EXPLAINED); event < history.length; event++) {
      double part = score - (double) network.score(without(history, event), item);
      parts.add(new Part("emanet", places[event], weight * part));
      rest -= part;
    }
    parts.add(new Part("emanet", Explanation.NO_EVENT, weight * rest));
  }

  private static int[] without(int[] history, int event) {
    var rest = new int[history.length - 1];
    System.arraycopy(history, 0, rest, 0, event);
    System.arraycopy(history, event + 1, rest, event, rest.length - event);
    return rest;
  }

  private void explainSeen(int at, int[] asked, int[] history, int item, List<Part> parts) {
    var ever = new float[items()];
    var lately = new float[items()];
    Signals.seen(history, ever, lately);
    double value = weights.warm()[at] * ever[item] + weights.warm()[at + 1] * lately[item];
    for (int event = asked.length - 1; event >= 0; event--) {
      if (asked[event] == item) {
        parts.add(new Part("seen", event, value));
        return;
      }
    }
  }

  /** For each known event its index in the history that was asked with. */
  private int[] places(int[] history) {
    var places = new int[history.length];
    int size = 0;
    for (int event = 0; event < history.length; event++) {
      if (history[event] >= 0 && history[event] < items()) {
        places[size++] = event;
      }
    }
    return Arrays.copyOf(places, size);
  }

  @Override
  public void save(Path file) {
    ModelWriter.write(
        file,
        recipe,
        out -> {
          signals.write(out);
          weights.write(out);
        });
  }

  static Blend read(ModelReader in) {
    return new Blend(in.recipe(), Signals.read(in), Weights.read(in));
  }
}
