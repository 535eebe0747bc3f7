package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.linear.DistinctItems;
import dev.maitred.recommend.linear.SparseRows;
import dev.maitred.recommend.sparse.Projection;
import dev.maitred.recommend.sparse.SparseVectors;
import java.util.Arrays;

/** One way in which items go together; how strongly is 0 or more. */
sealed interface Relation {

  /**
   * How strongly an item goes together with each of some others.
   *
   * @param others ascending
   */
  float[] strengths(int item, int[] others);

  /** Pairs that are listed. */
  record Listed(SparseRows rows) implements Relation {
    @Override
    public float[] strengths(int item, int[] others) {
      float[] strengths = rows.at(item, others);
      for (int at = 0; at < strengths.length; at++) {
        strengths[at] = Math.max(0, strengths[at]);
      }
      return strengths;
    }
  }

  /** Cosines of vectors, all pairs. */
  record Vectors(int dimension, float[] values) implements Relation {

    static Vectors of(SparseVectors sparse, int dimension, long seed, Progress progress) {
      var projection = Projection.of(sparse, dimension, seed, progress);
      return new Vectors(projection.dimension(), projection.of(sparse, progress));
    }

    @Override
    public float[] strengths(int item, int[] others) {
      var strengths = new float[others.length];
      for (int at = 0; at < strengths.length; at++) {
        strengths[at] = Math.max(0, product(item, others[at]));
      }
      return strengths;
    }

    private float product(int item, int other) {
      float sum = 0;
      for (int at = 0; at < dimension; at++) {
        sum += values[item * dimension + at] * values[other * dimension + at];
      }
      return sum;
    }
  }

  /** Who had each item, items and users weighed by the roots of how many they had. */
  static SparseVectors normalized(Interactions data) {
    var had = DistinctItems.of(data);
    SparseVectors counts = SparseVectors.counted(data.users(), had.usersOf());
    var value = new float[counts.place().length];
    for (int item = 0; item < counts.rows(); item++) {
      int users = had.usersOf()[item].length;
      for (int at = counts.first()[item]; at < counts.first()[item + 1]; at++) {
        int items = had.ofUser()[counts.place()[at]].length;
        value[at] = (float) (1 / Math.sqrt((double) users * items));
      }
    }
    return new SparseVectors(counts.width(), counts.first(), counts.place(), value);
  }

  /** The items that any of the listed relations knows for an item, ascending, each once. */
  static int[] candidates(Iterable<Relation> relations, int item) {
    int[] found = {};
    for (Relation relation : relations) {
      if (relation instanceof Listed(SparseRows rows)) {
        int[] more = rows.columns(item);
        int size = found.length;
        found = Arrays.copyOf(found, size + more.length);
        System.arraycopy(more, 0, found, size, more.length);
      }
    }
    return Arrays.stream(found).filter(other -> other != item).sorted().distinct().toArray();
  }
}
