package dev.maitred.recommend.blend;

import dev.maitred.bench.Skew;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.als.ItemFactors;
import dev.maitred.recommend.emanet.EmaNet;
import dev.maitred.recommend.emanet.UserState;
import dev.maitred.recommend.exploration.Newcomers;
import dev.maitred.recommend.kernel.Decay;
import dev.maitred.recommend.linear.SessionNeighbours;
import dev.maitred.recommend.linear.SparseRows;
import dev.maitred.recommend.linear.Transitions;
import dev.maitred.recommend.linear.Transitions.Window;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import dev.maitred.recommend.popularity.Popularity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A blend of all components with made-up numbers, as large as wanted, without a training. Items are
 * of kinds of 50; vectors are those of the kind and noise, rows hold items of the kind and others.
 * It lies in the package of the blend, as nothing but this benchmark makes one from parts.
 */
public final class MadeBlend {

  private static final int KIND = 50;
  private static final int WIDTH = 64;
  private static final int HIDDEN = 128;
  private static final int LAGS = 3;
  private static final float[] DECAYS = {0.5f, 0.8f, 0.93f, 0.98f};
  private static final int SESSION = 12;
  private static final double NOISE = 0.6;

  private final int items;
  private final int kept;
  private final SplittableRandom random = new SplittableRandom(7);
  private final Interactions events;

  private MadeBlend(int items, int kept) {
    this.items = items;
    this.kept = Math.min(kept, items / 2);
    this.events = events();
  }

  /** Makes one. */
  public static Blend of(int items, int kept, Blend.Answer answer) {
    return new MadeBlend(items, kept).blend(answer);
  }

  /** The state of a user without events in the network of one. */
  public static UserState state(Blend blend) {
    return blend.signals().components().stream()
        .filter(Network.class::isInstance)
        .map(component -> ((Network) component).network().state())
        .findFirst()
        .orElseThrow();
  }

  /** A history of so many events, half of them of a few kinds. */
  public static int[] history(int items, int length, SplittableRandom random) {
    int[] favourites = random.ints(3, 0, Math.max(1, items / KIND)).toArray();
    var history = new int[length];
    Arrays.setAll(
        history,
        at ->
            at % 2 == 0
                ? skewed(items, random)
                : Math.min(items - 1, favourites[at % 3] * KIND + random.nextInt(KIND)));
    return history;
  }

  private static int skewed(int items, SplittableRandom random) {
    return Skew.below(items, 3, random);
  }

  private Interactions events() {
    int users = Math.max(2_000, items / 2);
    var user = new int[users * SESSION];
    var item = new int[user.length];
    var time = new long[user.length];
    for (int at = 0; at < users; at++) {
      int[] history = history(items, SESSION, random);
      for (int event = 0; event < SESSION; event++) {
        user[at * SESSION + event] = at;
        item[at * SESSION + event] = history[event];
        time[at * SESSION + event] = at + event;
      }
    }
    for (int at = 0; at < Math.min(items, item.length); at++) {
      item[at] = at; // so that all are known
    }
    return Interactions.of(users, items, user, item, time);
  }

  private Blend blend(Blend.Answer answer) {
    var popularity = Popularity.of(events);
    List<Component> components = new ArrayList<>();
    components.add(Standing.ofUsers(popularity));
    components.add(Standing.ofRecentEvents(events));
    components.add(new Seen());
    components.add(chain("markov", window(1, 20, 0.7)));
    components.add(new Chain(items, SessionNeighbours.train(events, Progress.none())));
    components.add(chain("near", window(1, 3, 0.5)));
    components.add(chain("ridge", window(1, 1, 1), window(2, 4, 0.8), window(6, 27, 0.9)));
    var ease = new Transitions("ease", List.of(window(1, 200, 0.98)));
    components.add(new Chain(items, ease, List.of(Decay.weights(60, 0.85))));
    Chain content = chain("content", window(1, 20, 0.8));
    components.add(content);
    components.add(Factors.of(factors(), Progress.none()));
    components.add(Network.of(network(), Progress.none()));
    var signals = new Signals(popularity, components);
    double[] warm = Selection.usual(components);
    var weights = Weights.of(warm, new float[] {1, 0.5f});
    var data = TrainingData.of(events);
    return new Blend(
        "aws-user-personalization-v2",
        answer,
        signals,
        weights,
        Newcomers.of(data),
        Optional.of(content));
  }

  private Chain chain(String name, Window... windows) {
    return new Chain(items, new Transitions(name, List.of(windows)));
  }

  private Window window(int from, int length, double decay) {
    return new Window(from, Decay.weights(length, decay), rows());
  }

  private SparseRows rows() {
    var first = new int[items + 1];
    for (int row = 0; row < items; row++) {
      first[row + 1] = first[row] + kept;
    }
    var column = new int[Math.multiplyExact(items, kept)];
    var value = new float[items * kept];
    for (int row = 0; row < items; row++) {
      int from = first[row];
      for (int at = 0; at < kept; at++) {
        column[from + at] =
            at % 4 == 0
                ? Math.min(items - 1, row / KIND * KIND + random.nextInt(KIND))
                : skewed(items, random);
      }
      Arrays.sort(column, from, from + kept);
      for (int at = 0; at < kept; at++) {
        boolean alike = column[from + at] / KIND == row / KIND;
        value[from + at] = (float) (-Math.log(random.nextDouble()) * (alike ? 3 : 1));
      }
    }
    return new SparseRows(first, column, value);
  }

  private ItemFactors factors() {
    float[] base = new float[WIDTH * WIDTH];
    for (int at = 0; at < base.length; at += WIDTH + 1) {
      base[at] = items * 0.01f;
    }
    return piece(
        out -> {
          out.putInt(WIDTH);
          out.putFloats(vectors(0.3));
          out.putFloats(base);
          out.putLong(Double.doubleToLongBits(0.003));
          out.putLong(Double.doubleToLongBits(1));
          out.putLong(Double.doubleToLongBits(0.1 * items));
          out.putFloats(Decay.weights(100, 0.9));
        },
        ItemFactors::read);
  }

  private EmaNet network() {
    int layer = 2 * HIDDEN + WIDTH;
    int state = (LAGS + DECAYS.length) * WIDTH;
    float[] weights = noise(state * layer, 1 / Math.sqrt(state));
    for (int row = 0; row < state; row++) {
      Arrays.fill(weights, row * layer + 2 * HIDDEN, (row + 1) * layer, 0);
      weights[row * layer + 2 * HIDDEN + row % WIDTH] = 1;
    }
    return piece(
        out -> {
          out.putInt(items);
          out.putInt(WIDTH);
          out.putInt(HIDDEN);
          out.putInt(LAGS);
          out.putFloats(DECAYS);
          out.putInt(0);
          out.putInt(0);
          out.putInt(0);
          out.putInt(0);
          float[] vectors = vectors(0.3);
          out.putFloats(vectors);
          out.putFloats(vectors);
          out.putFloats(noise(items, 1));
          out.putFloats(new float[0]);
          out.putFloats(weights);
          out.putFloats(new float[layer]);
          out.putFloats(noise(HIDDEN * WIDTH, 0.3 / Math.sqrt(HIDDEN)));
        },
        EmaNet::read);
  }

  private float[] vectors(double size) {
    var vectors = new float[items * WIDTH];
    for (int first = 0; first < items; first += KIND) {
      float[] kind = noise(WIDTH, size);
      for (int item = first; item < Math.min(items, first + KIND); item++) {
        for (int k = 0; k < WIDTH; k++) {
          vectors[item * WIDTH + k] = kind[k] + (float) (random.nextGaussian() * NOISE * size);
        }
      }
    }
    return vectors;
  }

  private float[] noise(int size, double deviation) {
    var values = new float[size];
    for (int at = 0; at < size; at++) {
      values[at] = (float) (random.nextGaussian() * deviation);
    }
    return values;
  }

  private static <T> T piece(Consumer<ModelWriter> writing, Function<ModelReader, T> reading) {
    try {
      Path file = Files.createTempFile("made", ".piece");
      try {
        ModelWriter.write(file, "piece", writing);
        return ModelReader.read(file, reading);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
