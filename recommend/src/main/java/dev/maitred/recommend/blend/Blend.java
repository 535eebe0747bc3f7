package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.exploration.Explorer;
import dev.maitred.recommend.exploration.Newcomers;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A trained blend: {@link Signals} and the weight of each. An item's score is their weighed sum,
 * and for a user without history that of the {@link Standing}s alone, by weights of their own, and
 * the {@link Lift} of what is known of the user and the request.
 *
 * @param recipe the name of the recipe
 * @param answer what a ranking is made of
 * @param newcomers the items that may be tried out
 */
public record Blend(
    String recipe, Answer answer, Signals signals, Weights weights, Newcomers newcomers)
    implements Recommender {

  /** Items that are scored together. */
  private static final int BLOCK = 2_048;

  /** What a ranking is made of. */
  public enum Answer {
    /** Every known item; scores are the softmax over all of them. */
    CATALOGUE,
    /** Every known item, without scores. */
    UNSCORED,
    /** The items of a list; scores are the softmax over the known ones, and 0 for the others. */
    LIST
  }

  @Override
  public int items() {
    return signals.items();
  }

  @Override
  public Ranking recommend(Query query) {
    var asked = Asked.of(query, items());
    return switch (answer) {
      case CATALOGUE -> catalogue(asked, query);
      case UNSCORED -> catalogue(asked, query).withoutScores();
      case LIST -> list(asked, query);
    };
  }

  private Ranking catalogue(Asked asked, Query query) {
    int[] items = IntStream.range(0, items()).filter(signals::knows).toArray();
    float[] scores = scores(asked, items);
    int[] best = best(scores, items, query);
    var known = new Ranking(pick(items, best), shares(scores, best));
    return query.exploration().isEmpty()
        ? known
        : new Explorer(newcomers).explore(known, query, likeness(asked), item -> 0);
  }

  /** What the content of an item without events says of it. */
  private IntToDoubleFunction likeness(Asked asked) {
    return signals.components().stream()
        .filter(component -> component.name().equals(ContentTrainer.NAME))
        .findFirst()
        .<IntToDoubleFunction>map(
            content -> {
              Voice voice = content.says(asked);
              var signal = new float[content.signals()][1];
              return item -> {
                voice.fill(new int[] {item}, 0, 1, signal);
                return signal[0][0];
              };
            })
        .orElse(item -> 0);
  }

  private Ranking list(Asked asked, Query query) {
    int[] known = Arrays.stream(query.candidates()).filter(this::isKnown).toArray();
    int[] unknown =
        Arrays.stream(query.candidates())
            .filter(item -> !isKnown(item) && query.filter().test(item))
            .toArray();
    float[] scores = scores(asked, known);
    int[] best = best(scores, known, query);
    int[] items =
        IntStream.concat(Arrays.stream(pick(known, best)), Arrays.stream(unknown))
            .limit(query.limit())
            .toArray();
    return new Ranking(items, Arrays.copyOf(shares(scores, best), items.length));
  }

  private boolean isKnown(int item) {
    return item >= 0 && item < items() && signals.knows(item);
  }

  private static int[] best(float[] scores, int[] items, Query query) {
    return TopItems.select(scores, query.limit(), at -> query.filter().test(items[at]));
  }

  private static int[] pick(int[] items, int[] places) {
    return Arrays.stream(places).map(at -> items[at]).toArray();
  }

  /** The scores of some known items. */
  private float[] scores(Asked asked, int[] items) {
    return asked.history().length == 0 ? coldScores(asked, items) : warmScores(asked, items);
  }

  private float[] coldScores(Asked asked, int[] items) {
    var scores = new float[items.length];
    for (int at = 0; at < items.length; at++) {
      scores[at] = Standing.sum(signals.standings(), weights.cold(), items[at]);
    }
    signals.lift().ifPresent(lift -> lift.addCold(asked, items, scores));
    return scores;
  }

  private float[] warmScores(Asked asked, int[] items) {
    Signals.Voices voices = signals.say(asked);
    var filled = new float[signals.count()][Math.min(BLOCK, items.length)];
    var scores = new float[items.length];
    for (int from = 0; from < items.length; from += BLOCK) {
      int count = Math.min(BLOCK, items.length - from);
      voices.fill(items, from, count, filled);
      for (int signal = 0; signal < filled.length; signal++) {
        float weight = weights.warm()[signal];
        float[] values = filled[signal];
        for (int at = 0; at < count; at++) {
          scores[from + at] += weight * values[at];
        }
      }
    }
    return scores;
  }

  /** The shares of some places in the softmax over all scores. */
  private static float[] shares(float[] scores, int[] places) {
    float max = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score - max);
    }
    var shares = new float[places.length];
    for (int at = 0; at < places.length; at++) {
      shares[at] = (float) (Math.exp(scores[places[at]] - max) / sum);
    }
    return shares;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A chain's score is shared out among the events in proportion to what each adds to it. Of the
   * network's score, an event's part is what would be missing without it; as the network is not
   * additive, the rest belongs to no event.
   */
  @Override
  public Explanation explain(Query query, int item) {
    var asked = Asked.of(query, items());
    return Explanation.of(
        item, asked.history().length == 0 ? coldParts(asked, item) : parts(asked, item));
  }

  private List<Part> coldParts(Asked asked, int item) {
    var parts = new ArrayList<Part>();
    for (int at = 0; at < weights.cold().length; at++) {
      Standing standing = signals.standings().get(at);
      double value = weights.cold()[at] * standing.values()[item];
      parts.add(new Part(standing.name(), Explanation.NO_EVENT, value));
    }
    signals.lift().ifPresent(lift -> lift.explainCold(asked, item, parts));
    return parts;
  }

  private List<Part> parts(Asked asked, int item) {
    var parts = new ArrayList<Part>();
    int first = 0;
    for (Component component : signals.components()) {
      int end = first + component.signals();
      component.explain(asked, item, Arrays.copyOfRange(weights.warm(), first, end), parts);
      first = end;
    }
    return parts;
  }

  @Override
  public void save(Path file) {
    ModelWriter.write(
        file,
        recipe,
        out -> {
          out.putInt(answer.ordinal());
          signals.write(out);
          weights.write(out);
          newcomers.write(out);
        });
  }

  /** Reads what {@link #save} wrote. */
  public static Blend read(ModelReader in) {
    return new Blend(
        in.recipe(),
        Answer.values()[in.getInt()],
        Signals.read(in),
        Weights.read(in),
        Newcomers.read(in));
  }
}
