package dev.maitred.recommend.als;

import java.util.Arrays;

/**
 * The entries of a sparse matrix, row by row.
 *
 * @param first for each row the index of its first entry, and at the end the number of entries
 * @param column the column of each entry
 * @param weight the weight of each entry
 */
record Rows(int[] first, int[] column, float[] weight) {

  int count() {
    return first.length - 1;
  }

  /** Number of entries of a row. */
  int length(int row) {
    return first[row + 1] - first[row];
  }

  /** Number of rows with entries. */
  int filled() {
    int filled = 0;
    for (int row = 0; row < count(); row++) {
      filled += length(row) > 0 ? 1 : 0;
    }
    return filled;
  }

  /** The sum of a row's weights. */
  double weight(int row) {
    double sum = 0;
    for (int entry = first[row]; entry < first[row + 1]; entry++) {
      sum += weight[entry];
    }
    return sum;
  }

  /** The same entries by column; what is in one column stays in the order of the rows. */
  Rows transposed(int columns) {
    var starts = new int[columns + 1];
    for (int each : column) {
      starts[each + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    var next = starts.clone();
    var rows = new int[column.length];
    var weights = new float[column.length];
    for (int row = 0; row < count(); row++) {
      for (int entry = first[row]; entry < first[row + 1]; entry++) {
        int place = next[column[entry]]++;
        rows[place] = row;
        weights[place] = weight[entry];
      }
    }
    return new Rows(starts, rows, weights);
  }

  /** The same with neighbouring entries of one column as one entry, their weights added up. */
  Rows merged() {
    var starts = new int[first.length];
    var columns = new int[column.length];
    var weights = new float[column.length];
    int size = 0;
    for (int row = 0; row < count(); row++) {
      for (int entry = first[row]; entry < first[row + 1]; entry++) {
        if (size == starts[row] || columns[size - 1] != column[entry]) {
          columns[size++] = column[entry];
        }
        weights[size - 1] += weight[entry];
      }
      starts[row + 1] = size;
    }
    return new Rows(starts, Arrays.copyOf(columns, size), Arrays.copyOf(weights, size));
  }

  /** The first rows of neighbouring stretches with about the same work in each, and the end. */
  int[] stretches(int wanted, int workOfRow) {
    long work = column.length + (long) workOfRow * count();
    var borders = new int[wanted + 1];
    int stretches = 0;
    long done = 0;
    for (int row = 0; row < count(); row++) {
      done += length(row) + workOfRow;
      if (done * wanted >= work * (stretches + 1L)) {
        borders[++stretches] = row + 1;
        done = Math.max(done, work * stretches / wanted);
      }
    }
    if (count() > borders[stretches]) {
      borders[++stretches] = count();
    }
    return Arrays.copyOf(borders, stretches + 1);
  }
}
