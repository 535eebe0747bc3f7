package dev.maitred.recommend.sparse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A sparse vector in each row, places ascending.
 *
 * @param width number of places
 * @param first for each row the index of its first entry, and at the end the number of entries
 * @param place the place of each entry
 * @param value the value of each entry
 */
public record SparseVectors(int width, int[] first, int[] place, float[] value) {

  /** Number of rows. */
  public int rows() {
    return first.length - 1;
  }

  /** Whether a row has no entry. */
  public boolean empty(int row) {
    return first[row] == first[row + 1];
  }

  /**
   * Counts how often each place comes in each row.
   *
   * @param rows the places of each row in any order; they are sorted in place
   */
  public static SparseVectors counted(int width, int[][] rows) {
    var first = new int[rows.length + 1];
    for (int row = 0; row < rows.length; row++) {
      Arrays.sort(rows[row]);
      first[row + 1] = Math.addExact(first[row], (int) Arrays.stream(rows[row]).distinct().count());
    }
    var place = new int[first[rows.length]];
    var count = new float[place.length];
    int last = -1;
    for (int[] row : rows) {
      int begin = last;
      for (int at : row) {
        if (last == begin || place[last] != at) {
          place[++last] = at;
        }
        count[last]++;
      }
    }
    return new SparseVectors(width, first, place, count);
  }

  /** Vectors of several kinds side by side. */
  public static SparseVectors beside(int rows, List<SparseVectors> parts) {
    var first = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      int at = row;
      first[row + 1] =
          Math.addExact(
              first[row],
              parts.stream().mapToInt(part -> part.first[at + 1] - part.first[at]).sum());
    }
    var place = new int[first[rows]];
    var value = new float[first[rows]];
    int[] next = first.clone();
    int width = 0;
    for (SparseVectors part : parts) {
      for (int row = 0; row < rows; row++) {
        for (int at = part.first[row]; at < part.first[row + 1]; at++) {
          place[next[row]] = width + part.place[at];
          value[next[row]++] = part.value[at];
        }
      }
      width = Math.addExact(width, part.width);
    }
    return new SparseVectors(width, first, place, value);
  }

  /** Number of rows with any entry. */
  public long known() {
    return IntStream.range(0, rows()).filter(row -> !empty(row)).count();
  }

  /** In how many rows each place has an entry. */
  public int[] frequency() {
    var frequency = new int[width];
    for (int at : place) {
      frequency[at]++;
    }
    return frequency;
  }

  /**
   * Each place weighed by how rare it is, log((1 + n) / (1 + rows with it)) of n rows with any
   * entry; what every row has is left out.
   */
  public SparseVectors byRarity() {
    long known = known();
    int[] frequency = frequency();
    var weight = new float[width];
    for (int at = 0; at < width; at++) {
      weight[at] = (float) Math.log((1.0 + known) / (1.0 + frequency[at]));
    }
    var weighed = new float[value.length];
    for (int at = 0; at < weighed.length; at++) {
      weighed[at] = value[at] * weight[place[at]];
    }
    return new SparseVectors(width, first, place, weighed).withoutZeros();
  }

  private SparseVectors withoutZeros() {
    var firsts = new int[first.length];
    var places = new int[place.length];
    var values = new float[value.length];
    int next = 0;
    for (int row = 0; row < rows(); row++) {
      for (int at = first[row]; at < first[row + 1]; at++) {
        if (value[at] != 0) {
          places[next] = place[at];
          values[next++] = value[at];
        }
      }
      firsts[row + 1] = next;
    }
    return new SparseVectors(
        width, firsts, Arrays.copyOf(places, next), Arrays.copyOf(values, next));
  }

  /** Every vector of a certain length; empty ones stay so. */
  public SparseVectors ofLength(double length) {
    var scaled = new float[value.length];
    for (int row = 0; row < rows(); row++) {
      double squares = 0;
      for (int at = first[row]; at < first[row + 1]; at++) {
        squares += (double) value[at] * value[at];
      }
      double factor = squares > 0 ? length / Math.sqrt(squares) : 0;
      for (int at = first[row]; at < first[row + 1]; at++) {
        scaled[at] = (float) (factor * value[at]);
      }
    }
    return new SparseVectors(width, first, place, scaled).withoutZeros();
  }

  /** The part of every vector in some places, and the part in the others, each of length 1. */
  public SparseVectors ofLengths(IntPredicate some) {
    var scaled = new float[value.length];
    for (int row = 0; row < rows(); row++) {
      double[] squares = new double[2];
      for (int at = first[row]; at < first[row + 1]; at++) {
        squares[some.test(place[at]) ? 1 : 0] += (double) value[at] * value[at];
      }
      for (int at = first[row]; at < first[row + 1]; at++) {
        double square = squares[some.test(place[at]) ? 1 : 0];
        scaled[at] = square > 0 ? (float) (value[at] / Math.sqrt(square)) : 0;
      }
    }
    return new SparseVectors(width, first, place, scaled).withoutZeros();
  }

  /**
   * How much vectors of length 1 tell rows apart: 1 less the mean product of two different rows
   * that have any entry; 0 if all are the same.
   */
  public double information() {
    var sum = new double[width];
    for (int at = 0; at < place.length; at++) {
      sum[place[at]] += value[at];
    }
    double squares = 0;
    for (double total : sum) {
      squares += total * total;
    }
    double known = known();
    return known < 2 ? 0 : Math.clamp(1 - (squares - known) / (known * (known - 1)), 0, 1);
  }

  /** Counts how often each word is in each row; words are numbered in their natural order. */
  public static SparseVectors ofWords(int rows, IntFunction<List<String>> words) {
    var seen = new HashMap<String, Integer>();
    var numbers = new int[rows][];
    for (int row = 0; row < rows; row++) {
      numbers[row] =
          words.apply(row).stream()
              .mapToInt(word -> seen.computeIfAbsent(word, any -> seen.size()))
              .toArray();
    }
    var rank = new int[seen.size()];
    int next = 0;
    for (int number : new TreeMap<>(seen).values()) {
      rank[number] = next++;
    }
    for (int[] row : numbers) {
      Arrays.setAll(row, at -> rank[row[at]]);
    }
    return counted(rank.length, numbers);
  }

  /** Every entry replaced. */
  public SparseVectors mapped(DoubleUnaryOperator entry) {
    var mapped = new float[value.length];
    for (int at = 0; at < mapped.length; at++) {
      mapped[at] = (float) entry.applyAsDouble(value[at]);
    }
    return new SparseVectors(width, first, place, mapped);
  }

  /** Rows and places exchanged. */
  public SparseVectors transposed() {
    var firsts = new int[width + 1];
    for (int at : place) {
      firsts[at + 1]++;
    }
    Arrays.parallelPrefix(firsts, Integer::sum);
    int[] next = firsts.clone();
    var places = new int[place.length];
    var values = new float[place.length];
    for (int row = 0; row < rows(); row++) {
      for (int at = first[row]; at < first[row + 1]; at++) {
        int to = next[place[at]]++;
        places[to] = row;
        values[to] = value[at];
      }
    }
    return new SparseVectors(rows(), firsts, places, values);
  }
}
