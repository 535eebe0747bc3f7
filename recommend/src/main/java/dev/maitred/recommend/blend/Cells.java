package dev.maitred.recommend.blend;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.Optional;

/**
 * An inverted file over vectors (Sivic and Zisserman 2003, Video Google): each item is in the cell
 * whose centre is nearest, so that the items of the largest products with a vector are found in the
 * few cells whose centres have the largest. Centres are found by k-means (Lloyd 1982) on a sample
 * spread evenly over the items, which begins with a part of that sample and so knows no chance.
 *
 * <p>An item's place is its index in the list of all items, cell by cell. Vectors that lie in that
 * order are multiplied a cell at once.
 *
 * @param width numbers in a centre
 * @param centres one after the other
 * @param first for each cell the place of its first item, and the end
 * @param item the item at each place
 * @param place the place of each item
 */
record Cells(int width, float[] centres, int[] first, int[] item, int[] place) {

  private static final int ROUNDS = 6;
  private static final int SAMPLED_FOR_EACH = 32;
  private static final int ITEMS_A_PIECE = 512;

  /** Cells are so many times the root of the number of items. */
  private static final double CELLS = 2;

  /** At least that share of the cells is looked into. */
  private static final double LEAST_SHARE = 1.0 / 24;

  /** At least about so many items are looked at, if there are. */
  private static final double LEAST_ITEMS = 8_000;

  /** Puts items into cells if they are many. */
  static Optional<Cells> ofMany(Vectors vectors, Progress progress) {
    return vectors.items() > Signals.MANY ? Optional.of(of(vectors, progress)) : Optional.empty();
  }

  /**
   * Puts items into cells.
   *
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  static Cells of(Vectors vectors, Progress progress) {
    int items = vectors.items();
    int count = (int) Math.max(1, CELLS * Math.sqrt(items));
    int sampled = Math.min(items, SAMPLED_FOR_EACH * count);
    var sample = new int[sampled];
    Arrays.setAll(sample, at -> (int) ((long) at * items / sampled));
    int width = vectors.width() + 1;
    var centres = new float[count * width];
    for (int cell = 0; cell < count; cell++) {
      vectors.copy(sample[(int) ((long) cell * sampled / count)], centres, cell * width);
    }
    for (int round = 0; round < ROUNDS; round++) {
      move(centres, width, vectors, sample, nearest(centres, width, vectors, sample, progress));
    }
    var all = new int[items];
    Arrays.setAll(all, at -> at);
    return listed(width, centres, nearest(centres, width, vectors, all, progress));
  }

  private static Cells listed(int width, float[] centres, int[] cell) {
    var first = new int[centres.length / width + 1];
    for (int one : cell) {
      first[one + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    int[] next = first.clone();
    var item = new int[cell.length];
    for (int at = 0; at < cell.length; at++) {
      item[next[cell[at]]++] = at;
    }
    return new Cells(width, centres, first, item, inverse(item));
  }

  /** For each number where it is in a list of all. */
  private static int[] inverse(int[] list) {
    var place = new int[list.length];
    for (int at = 0; at < list.length; at++) {
      place[list[at]] = at;
    }
    return place;
  }

  /** The place of an item, which is its number where there are no cells. */
  static int place(Optional<Cells> cells, int item) {
    return cells.isPresent() ? cells.get().place[item] : item;
  }

  /** The places of some items, which are their numbers where there are no cells. */
  static int[] places(Optional<Cells> cells, int[] items) {
    return cells
        .map(some -> Arrays.stream(items).map(item -> some.place[item]).toArray())
        .orElse(items);
  }

  /** For each of some items the cell whose centre c has the largest x·c − |c|²/2. */
  private static int[] nearest(
      float[] centres, int width, Vectors vectors, int[] items, Progress progress) {
    int count = centres.length / width;
    var half = new float[count];
    for (int at = 0; at < centres.length; at++) {
      half[at / width] -= centres[at] * centres[at] / 2;
    }
    var nearest = new int[items.length];
    Shards.forEach(
        Math.ceilDiv(items.length, ITEMS_A_PIECE),
        progress,
        piece -> {
          int from = piece * ITEMS_A_PIECE;
          int rows = Math.min(ITEMS_A_PIECE, items.length - from);
          var gathered = new float[rows * width];
          var product = new float[rows * count];
          for (int row = 0; row < rows; row++) {
            vectors.copy(items[from + row], gathered, row * width);
            System.arraycopy(half, 0, product, row * count, count);
          }
          Product.byTransposed(
              Matrix.of(gathered, rows, width),
              Matrix.of(centres, count, width),
              1,
              Matrix.of(product, rows, count));
          for (int row = 0; row < rows; row++) {
            nearest[from + row] = largest(product, row * count, count);
          }
        });
    return nearest;
  }

  private static int largest(float[] values, int from, int count) {
    int largest = 0;
    for (int at = 1; at < count; at++) {
      largest = values[from + at] > values[from + largest] ? at : largest;
    }
    return largest;
  }

  /** Moves each centre to the mean of its items; one without stays. */
  private static void move(
      float[] centres, int width, Vectors vectors, int[] items, int[] nearest) {
    var sum = new double[centres.length];
    var count = new int[centres.length / width];
    var row = new float[width];
    for (int at = 0; at < items.length; at++) {
      vectors.copy(items[at], row, 0);
      count[nearest[at]]++;
      for (int k = 0; k < width; k++) {
        sum[nearest[at] * width + k] += row[k];
      }
    }
    for (int at = 0; at < centres.length; at++) {
      if (count[at / width] > 0) {
        centres[at] = (float) (sum[at] / count[at / width]);
      }
    }
  }

  /** The cells whose centres have the largest products with a vector and a last number 1. */
  int[] best(float[] vector) {
    int count = first.length - 1;
    float[] longer = Arrays.copyOf(vector, width);
    longer[width - 1] = 1;
    var products = new float[count];
    Product.byTransposed(
        Matrix.of(longer, 1, width),
        Matrix.of(centres, count, width),
        0,
        Matrix.of(products, 1, count));
    double share = Math.max(LEAST_SHARE, LEAST_ITEMS / Math.max(1, item.length));
    return TopItems.select(products, (int) Math.ceil(share * count), cell -> true);
  }

  /** Writes cells to a model file if there are any. */
  static void write(Optional<Cells> cells, ModelWriter out) {
    out.putInt(cells.isPresent() ? 1 : 0);
    cells.ifPresent(some -> some.write(out));
  }

  /** Reads what {@link #write(Optional, ModelWriter)} wrote. */
  static Optional<Cells> readMany(ModelReader in) {
    return in.getInt() == 1 ? Optional.of(read(in)) : Optional.empty();
  }

  private void write(ModelWriter out) {
    out.putInt(width);
    out.putFloats(centres);
    out.putInts(first);
    out.putInts(item);
  }

  private static Cells read(ModelReader in) {
    int width = in.getInt();
    float[] centres = in.getFloats();
    int[] first = in.getInts();
    int[] item = in.getInts();
    return new Cells(width, centres, first, item, inverse(item));
  }
}
