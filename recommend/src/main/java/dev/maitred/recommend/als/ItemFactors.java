package dev.maitred.recommend.als;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.kernel.Decay;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.function.IntFunction;

/**
 * A trained factor model: a vector for each item, and what it takes to solve the vector of a user
 * from a history. Items without an event in training have the vector zero. Immutable and safe for
 * use by many threads.
 */
public final class ItemFactors {

  /**
   * The weights of a history's events until others are chosen: 150 events, each 0.97 of the next.
   */
  static final float[] RECENT = Decay.weights(150, 0.97);

  private static final int USERS_A_PIECE = 64;

  private final Equations equations;
  private final float[] recency;

  ItemFactors(Equations equations, float[] recency) {
    this.equations = equations;
    this.recency = recency;
  }

  /**
   * The same model for which events count otherwise.
   *
   * @param decay what the weight of an event is of that of the event after it; the last one's is 1
   * @param events how many of the last events count at all
   */
  public ItemFactors remembering(double decay, int events) {
    if (!(decay > 0 && decay <= 1) || events < 0) {
      throw new IllegalArgumentException("the decay must be above 0 and at most 1");
    }
    return new ItemFactors(equations, Decay.weights(events, decay));
  }

  /**
   * The same model whose items have other numbers.
   *
   * @param former for each item its number in this model; each of these once
   */
  public ItemFactors renumbered(int[] former) {
    float[] factors = vectors().pick(former);
    return new ItemFactors(
        new Equations(rank(), factors, equations.base(), equations.penalty()), recency);
  }

  /** Number of items. */
  public int items() {
    return equations.factors().length / rank();
  }

  /** Numbers in a vector. */
  public int rank() {
    return equations.rank();
  }

  float[] factors() {
    return equations.factors();
  }

  /** The vectors of all items, one in each row. */
  public Matrix vectors() {
    return Matrix.of(factors(), items(), rank());
  }

  /**
   * The taste of whoever has a history. An item that comes more than once counts by its last event.
   *
   * @param history items of this model, oldest first
   */
  public Taste taste(int[] history) {
    return Taste.of(equations, history, weights(history));
  }

  /** The weight of each event; that of an event that a later one repeats is 0. */
  private float[] weights(int[] history) {
    var weights = new float[history.length];
    int reach = Math.min(recency.length, history.length);
    for (int age = 0; age < reach; age++) {
      int event = history.length - 1 - age;
      weights[event] = repeated(history, event) ? 0 : recency[age];
    }
    return weights;
  }

  private static boolean repeated(int[] history, int event) {
    for (int later = event + 1; later < history.length; later++) {
      if (history[later] == history[event]) {
        return true;
      }
    }
    return false;
  }

  /** What each event of a history adds to the score of an item; the parts sum up to the score. */
  public float[] parts(int[] history, int item) {
    return taste(history).parts(item);
  }

  /**
   * The vectors of many users, one in each row.
   *
   * @param histories for each user, items of this model, oldest first; asked by many threads
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  public Matrix tastes(int users, IntFunction<int[]> histories, Progress progress) {
    var vectors = new float[Math.multiplyExact(users, rank())];
    Shards.forEach(
        Math.ceilDiv(users, USERS_A_PIECE),
        progress,
        piece -> {
          int end = Math.min(users, (piece + 1) * USERS_A_PIECE);
          for (int user = piece * USERS_A_PIECE; user < end; user++) {
            float[] vector = taste(histories.apply(user)).vector();
            System.arraycopy(vector, 0, vectors, user * rank(), rank());
          }
        });
    return Matrix.of(vectors, users, rank());
  }

  /** The score of one item for each of many tastes. */
  public float[] scores(Matrix tastes, int item) {
    var scores = new float[tastes.rows()];
    Matrix vector = new Matrix(factors(), item * rank(), 1, rank(), rank());
    Product.byTransposed(vector, tastes, 0, Matrix.of(scores, 1, tastes.rows()));
    return scores;
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    out.putInt(rank());
    out.putFloats(factors());
    out.putFloats(equations.base());
    equations.penalty().write(out);
    out.putFloats(recency);
  }

  /** Reads what {@link #write} wrote. */
  public static ItemFactors read(ModelReader in) {
    int rank = in.getInt();
    float[] factors = in.getFloats();
    float[] base = in.getFloats();
    var equations = new Equations(rank, factors, base, Penalty.read(in));
    return new ItemFactors(equations, in.getFloats());
  }
}
