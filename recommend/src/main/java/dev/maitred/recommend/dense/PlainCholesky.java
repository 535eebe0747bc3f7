package dev.maitred.recommend.dense;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_FDRM;

/** Cholesky's method in plain Java, by EJML, for platforms without OpenBLAS. */
record PlainCholesky(FMatrixRMaj unknowns) implements SymmetricSystem {

  static SymmetricSystem solve(int size, int width, Rows symmetric, Rows right, Progress progress) {
    FMatrixRMaj matrix = filled(size, size, symmetric, progress);
    mirror(matrix);
    FMatrixRMaj known = filled(size, width, right, progress);
    var solver = LinearSolverFactory_FDRM.chol(size);
    if (!solver.setA(matrix)) {
      throw new ArithmeticException("the matrix is not positive definite");
    }
    progress.check();
    var unknowns = new FMatrixRMaj(size, width);
    solver.solve(known, unknowns);
    return new PlainCholesky(unknowns);
  }

  private static FMatrixRMaj filled(int rows, int columns, Rows fill, Progress progress) {
    var matrix = new FMatrixRMaj(rows, columns);
    Shards.forEach(
        rows,
        progress,
        row -> {
          var values = new float[columns];
          fill.fill(row, values);
          System.arraycopy(values, 0, matrix.data, row * columns, columns);
        });
    return matrix;
  }

  private static void mirror(FMatrixRMaj matrix) {
    for (int row = 0; row < matrix.numRows; row++) {
      for (int column = row + 1; column < matrix.numCols; column++) {
        matrix.unsafe_set(row, column, matrix.unsafe_get(column, row));
      }
    }
  }

  @Override
  public float[] solution(int row) {
    int width = unknowns.numCols;
    return Arrays.copyOfRange(unknowns.data, row * width, (row + 1) * width);
  }

  @Override
  public void close() {
    // The garbage collector frees it.
  }
}
