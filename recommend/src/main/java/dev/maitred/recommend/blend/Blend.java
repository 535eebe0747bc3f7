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
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A trained blend: {@link Signals} and the weight of each. An item's score is their weighed sum,
 * and for a user without history that of the {@link Standing}s alone, by weights of their own, and
 * the {@link Lift} of what is known of the user and the request.
 */
public final class Blend implements Recommender {

  /**
   * What a ranking is made of.
   *
   * <p>INVARIANT: files hold an answer's place here, so places stay and new answers come last.
   */
  public enum Answer {
    /** Every known item; scores are the softmax over all of them. */
    CATALOGUE,
    /** As {@link #CANDIDATES}, without scores. */
    UNSCORED,
    /** The items of a list; scores are the softmax over the known ones, and 0 for the others. */
    LIST,
    /**
     * Every known item of a small catalogue; of one with more than 20,000 items those that any
     * component puts high. Scores are the softmax over these.
     */
    CANDIDATES
  }

  private final String recipe;
  private final Answer answer;
  private final Signals signals;
  private final Signals cold;
  private final Weights weights;
  private final float[] coldWeights;
  private final Newcomers newcomers;
  private final Optional<Component> likeness;

  /**
   * A blend.
   *
   * @param recipe the name of the recipe
   * @param answer what a ranking is made of
   * @param newcomers the items that may be tried out
   * @param likeness what the content of items says, whether or not it is among the signals; its
   *     first signal tells which of the newcomers suit a user
   */
  Blend(
      String recipe,
      Answer answer,
      Signals signals,
      Weights weights,
      Newcomers newcomers,
      Optional<Component> likeness) {
    require(weights.warm().length == signals.count(), "a weight for each signal");
    require(weights.cold().length == signals.standings().size(), "a cold weight for each standing");
    this.recipe = recipe;
    this.answer = answer;
    this.signals = signals;
    this.cold = signals.cold();
    this.weights = weights;
    this.coldWeights = coldWeights(cold, weights.cold());
    this.newcomers = newcomers;
    this.likeness = likeness;
  }

  /**
   * The first signal of each standing by its weight, that of the lift as it is, no other signal.
   */
  private static float[] coldWeights(Signals cold, float[] ofStandings) {
    var weights = new float[cold.count()];
    int first = 0;
    for (int at = 0; at < cold.components().size(); at++) {
      weights[first] = at < ofStandings.length ? ofStandings[at] : 1;
      first += cold.components().get(at).signals();
    }
    return weights;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("there must be " + what);
    }
  }

  /** The same that answers otherwise, to compare its answers. */
  public Blend answering(Answer other) {
    return new Blend(recipe, other, signals, weights, newcomers, likeness);
  }

  @Override
  public String recipe() {
    return recipe;
  }

  Answer answer() {
    return answer;
  }

  Signals signals() {
    return signals;
  }

  Weights weights() {
    return weights;
  }

  @Override
  public int items() {
    return signals.items();
  }

  @Override
  public Ranking recommend(Query query) {
    var asked = Asked.of(query, items());
    Scratch scratch = signals.pool().take();
    boolean old = asked.history().length > 0;
    var scoring =
        new Scoring(old ? signals : cold, old ? weights.warm() : coldWeights, asked, scratch);
    boolean choose = old && signals.popularity().known() > Signals.MANY;
    Ranking ranking =
        switch (answer) {
          case CATALOGUE -> explored(ranked(scoring, query, false), asked, query, scratch);
          case CANDIDATES -> explored(ranked(scoring, query, choose), asked, query, scratch);
          case UNSCORED ->
              explored(ranked(scoring, query, choose), asked, query, scratch).withoutScores();
          case LIST -> list(scoring, query);
        };
    signals.pool().give(scratch);
    return ranking;
  }

  private static Ranking ranked(Scoring scoring, Query query, boolean choose) {
    return choose
        ? scoring.ofCandidates(query.limit(), query.filter())
        : scoring.ofAll(query.limit(), query.filter());
  }

  private Ranking explored(Ranking known, Asked asked, Query query, Scratch scratch) {
    return query.exploration().isEmpty()
        ? known
        : new Explorer(newcomers)
            .explore(known, query, pool -> worth(pool, asked, scratch), item -> 0);
  }

  /** What the content of items says of them. */
  private float[] worth(int[] pool, Asked asked, Scratch scratch) {
    return likeness
        .map(
            content -> {
              var said = new float[content.signals()][pool.length];
              content.says(asked, scratch).fill(pool, 0, pool.length, said);
              return said[0];
            })
        .orElseGet(() -> new float[pool.length]);
  }

  private Ranking list(Scoring scoring, Query query) {
    int[] known = Arrays.stream(query.candidates()).filter(this::isKnown).toArray();
    int[] unknown =
        Arrays.stream(query.candidates())
            .filter(item -> !isKnown(item) && query.filter().test(item))
            .toArray();
    float[] scores = scoring.scores(known);
    int[] best = TopItems.select(scores, query.limit(), at -> query.filter().test(known[at]));
    int[] items =
        IntStream.concat(Arrays.stream(best).map(at -> known[at]), Arrays.stream(unknown))
            .limit(query.limit())
            .toArray();
    float[] shares = Scoring.shares(scores, scores.length, best);
    return new Ranking(items, Arrays.copyOf(shares, items.length));
  }

  private boolean isKnown(int item) {
    return item >= 0 && item < items() && signals.knows(item);
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
          writeLikeness(out);
        });
  }

  /** Its place among the components of the signals; where it has none, the component itself. */
  private void writeLikeness(ModelWriter out) {
    out.putInt(likeness.isPresent() ? 1 : 0);
    likeness.ifPresent(
        content -> {
          int place = signals.components().indexOf(content);
          out.putInt(place);
          if (place < 0) {
            Component.write(content, out);
          }
        });
  }

  private static Optional<Component> readLikeness(Signals signals, ModelReader in) {
    if (in.getInt() == 0) {
      return Optional.empty();
    }
    int place = in.getInt();
    return Optional.of(place < 0 ? Component.read(in) : signals.components().get(place));
  }

  /** Reads what {@link #save} wrote. */
  public static Blend read(ModelReader in) {
    Answer answer = Answer.values()[in.getInt()];
    Signals signals = Signals.read(in);
    return new Blend(
        in.recipe(),
        answer,
        signals,
        Weights.read(in),
        Newcomers.read(in),
        readLikeness(signals, in));
  }
}
