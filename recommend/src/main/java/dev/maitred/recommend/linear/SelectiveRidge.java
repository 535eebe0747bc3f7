package dev.maitred.recommend.linear;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Cholesky;
import dev.maitred.recommend.dense.Matrix;
import java.util.Arrays;

/**
 * Ridge regressions of which each target has few inputs: those that alone would explain most of it,
 * r² / (G[a, a] + λ) for the product r of input and target; then exact on these, (G + λI)·b = r.
 * Time grows with the number of targets rather than with its cube. With all inputs chosen it is the
 * full regression.
 *
 * @param gram the inputs among themselves
 * @param ridge λ for each input
 * @param targets the products of inputs and each target
 * @param most the number of inputs that a target may have
 */
record SelectiveRidge(Gram gram, float[] ridge, Gram.RowFill targets, int most) {

  /** Solves for every target in parallel; answers for each its inputs and their weights. */
  RowSum.Row[] solve(int count, Progress progress) {
    var solved = new RowSum.Row[count];
    int inputs = ridge.length;
    Gram.interleaved(
        count,
        progress,
        () -> {
          var sum = new RowSum(inputs);
          var place = new int[inputs];
          var matrix = new float[most * most];
          return target -> solved[target] = solve(target, sum, place, matrix);
        });
    return solved;
  }

  private RowSum.Row solve(int target, RowSum sum, int[] place, float[] matrix) {
    targets.fill(target, sum::add);
    RowSum.Row row =
        sum.takeStrongest(
            most, (input, value) -> value * value / (gram.diagonal()[input] + ridge[input]));
    int[] chosen = row.columns();
    fill(chosen, place, matrix);
    Cholesky.solve(
        Matrix.of(matrix, chosen.length, chosen.length),
        row.values(),
        () -> fill(chosen, place, matrix));
    return row;
  }

  private void fill(int[] chosen, int[] place, float[] matrix) {
    gram.pick(chosen, place, matrix);
    for (int at = 0; at < chosen.length; at++) {
      matrix[at * chosen.length + at] += ridge[chosen[at]];
    }
  }

  /** The same weights by input: for each the targets that it speaks for, and how strongly. */
  static RowSum.Row[] transposed(RowSum.Row[] columns, int inputs) {
    var count = new int[inputs];
    for (RowSum.Row column : columns) {
      for (int input : column.columns()) {
        count[input]++;
      }
    }
    var rows = new RowSum.Row[inputs];
    Arrays.setAll(rows, input -> new RowSum.Row(new int[count[input]], new float[count[input]]));
    Arrays.fill(count, 0);
    for (int target = 0; target < columns.length; target++) {
      RowSum.Row column = columns[target];
      for (int at = 0; at < column.columns().length; at++) {
        int input = column.columns()[at];
        rows[input].columns()[count[input]] = target;
        rows[input].values()[count[input]++] = column.values()[at];
      }
    }
    return rows;
  }
}
