package dev.maitred.recommend.linear;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The symmetric matrix XᵀX of a ridge regression's inputs, of which only the entries that are not
 * zero are kept, each once: row r has the columns up to r.
 *
 * @param rows for each input its row, columns ascending
 * @param diagonal for each input its sum of squares
 */
record Gram(RowSum.Row[] rows, float[] diagonal) {

  /** Adds up a row; what is added to columns after the row's number is passed over. */
  @FunctionalInterface
  interface RowFill {
    void fill(int row, WindowMoments.Accumulator sum);
  }

  /** Pieces of work, each a row in so many, since the first rows have the most to add up. */
  private static final int PIECES = 256;

  /** Below this many entries for each wanted one a row is read through, above it is searched. */
  private static final int READ_THROUGH = 16;

  /** Adds up all rows in parallel; inputs with the most events should have the lowest numbers. */
  static Gram compute(int size, Progress progress, RowFill fill) {
    var rows = new RowSum.Row[size];
    var diagonal = new float[size];
    interleaved(
        size,
        progress,
        () -> {
          var sum = new RowSum(size);
          return row -> {
            fill.fill(
                row,
                (column, value) -> {
                  if (column <= row) {
                    sum.add(column, value);
                  }
                });
            rows[row] = sum.takeAll();
            diagonal[row] = at(rows[row], row);
          };
        });
    return new Gram(rows, diagonal);
  }

  /** Something that works on one row after the other with memory of its own. */
  @FunctionalInterface
  interface Worker {
    IntConsumer begin();
  }

  /** Does work for every number below a size, in parallel, low and high numbers mixed. */
  static void interleaved(int size, Progress progress, Worker worker) {
    Shards.forEach(
        Math.min(size, PIECES),
        progress,
        piece -> {
          IntConsumer work = worker.begin();
          for (int row = piece; row < size; row += PIECES) {
            progress.check();
            work.accept(row);
          }
        });
  }

  /**
   * Fills in the upper half of the matrix of some inputs among themselves.
   *
   * @param chosen the inputs, ascending
   * @param place scratch: 0 for every input, and so it is left
   * @param into chosen.length² places, row by row, of which those before the diagonal are not
   *     written
   */
  void pick(int[] chosen, int[] place, float[] into) {
    Arrays.fill(into, 0, chosen.length * chosen.length, 0);
    for (int at = 0; at < chosen.length; at++) {
      RowSum.Row row = rows[chosen[at]];
      place[chosen[at]] = at + 1;
      if (row.columns().length < READ_THROUGH * (at + 1)) {
        readThrough(row, place, chosen.length, into, at);
      } else {
        for (int other = 0; other <= at; other++) {
          into[other * chosen.length + at] = at(row, chosen[other]);
        }
      }
    }
    for (int input : chosen) {
      place[input] = 0;
    }
  }

  private static void readThrough(RowSum.Row row, int[] place, int width, float[] into, int at) {
    int[] columns = row.columns();
    for (int entry = 0; entry < columns.length; entry++) {
      int wanted = place[columns[entry]];
      if (wanted > 0) {
        into[(wanted - 1) * width + at] = row.values()[entry];
      }
    }
  }

  private static float at(RowSum.Row row, int column) {
    int entry = Arrays.binarySearch(row.columns(), column);
    return entry < 0 ? 0 : row.values()[entry];
  }
}
