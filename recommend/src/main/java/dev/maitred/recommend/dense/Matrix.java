package dev.maitred.recommend.dense;

/**
 * A rectangle in a row-major array of floats.
 *
 * @param values the array; not copied
 * @param at index of the first number
 * @param rows number of rows
 * @param columns number of columns
 * @param stride numbers from one row to the next
 */
public record Matrix(float[] values, int at, int rows, int columns, int stride) {

  public Matrix {
    boolean inside = rows == 0 || at + (rows - 1L) * stride + columns <= values.length;
    if (at < 0 || rows < 0 || columns < 0 || stride < columns || !inside) {
      throw new IllegalArgumentException(
          "%d x %d numbers from %d on, %d apart, do not fit into %d"
              .formatted(rows, columns, at, stride, values.length));
    }
  }

  /** The first rows of an array that holds rows without gaps. */
  public static Matrix of(float[] values, int rows, int columns) {
    return new Matrix(values, 0, rows, columns, columns);
  }

  /** Some of the rows in that order, in a fresh array without gaps. */
  public float[] pick(int[] some) {
    var picked = new float[some.length * columns];
    for (int row = 0; row < some.length; row++) {
      System.arraycopy(values, at + some[row] * stride, picked, row * columns, columns);
    }
    return picked;
  }
}
