package dev.maitred.recommend.dense;

import dev.maitred.recommend.Progress;
import java.util.Arrays;

/** The solution X of G·X = A for a symmetric, positive definite G, kept until closed. */
public interface SymmetricSystem extends AutoCloseable {

  /** Fills in one row of a matrix; called by many threads, once for each row. */
  @FunctionalInterface
  interface Rows {
    /**
     * Fills a row.
     *
     * @param into one place for each column, with values of an earlier row in it
     */
    void fill(int row, float[] into);
  }

  /**
   * Solves a system.
   *
   * @param size rows and columns of G
   * @param width columns of A
   * @param symmetric fills the rows of G; what comes after the diagonal is not looked at
   * @param right fills the rows of A
   * @throws ArithmeticException if G is not positive definite
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  static SymmetricSystem solve(int size, int width, Rows symmetric, Rows right, Progress progress) {
    return OpenBlas.LOADED
        ? TiledCholesky.solve(size, width, symmetric, right, progress)
        : PlainCholesky.solve(size, width, symmetric, right, progress);
  }

  /**
   * Inverts a matrix: the system whose right side is the identity, computed in half the time.
   *
   * @param symmetric fills the rows of G; what comes after the diagonal is not looked at
   * @throws ArithmeticException if G is not positive definite
   * @throws dev.maitred.recommend.TrainingStopped once the progress asks so
   */
  static SymmetricSystem inverse(int size, Rows symmetric, Progress progress) {
    return OpenBlas.LOADED
        ? TiledCholesky.inverse(size, symmetric, progress)
        : PlainCholesky.solve(size, size, symmetric, SymmetricSystem::identity, progress);
  }

  private static void identity(int row, float[] into) {
    Arrays.fill(into, 0);
    into[row] = 1;
  }

  /** One row of X; a fresh array. */
  float[] solution(int row);

  /** Frees the memory. */
  @Override
  void close();
}
