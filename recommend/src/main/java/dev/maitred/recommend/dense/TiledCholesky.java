package dev.maitred.recommend.dense;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import java.lang.foreign.Arena;
import java.util.function.Consumer;

/**
 * Cholesky's method on tiles: every tile is updated by the tiles to its left in order, by one
 * thread at a time, so sums are always added up in the same order.
 */
final class TiledCholesky implements SymmetricSystem {

  private static final int TILE = 512;

  /** Columns of the right side that are solved for at once by one thread. */
  private static final int PANEL = 128;

  private final Arena arena;
  private final NativeMatrix lower;
  private final NativeMatrix right;
  private final Progress progress;

  private TiledCholesky(Arena arena, int size, int width, Progress progress) {
    this.arena = arena;
    this.lower = NativeMatrix.allocate(arena, size, size);
    this.right = NativeMatrix.allocate(arena, size, width);
    this.progress = progress;
  }

  // The arena lives as long as the system that is answered.
  @SuppressWarnings("MustBeClosedChecker")
  static SymmetricSystem solve(int size, int width, Rows symmetric, Rows right, Progress progress) {
    return finished(
        new TiledCholesky(Arena.ofShared(), size, width, progress),
        system -> {
          system.lower.fill(symmetric, progress);
          system.right.fill(right, progress);
          system.factor();
          system.substitute();
        });
  }

  /** The inverse of G = L·Lᵀ as L⁻ᵀ·L⁻¹, in half the operations of solving for the identity. */
  @SuppressWarnings("MustBeClosedChecker") // as above
  static SymmetricSystem inverse(int size, Rows symmetric, Progress progress) {
    return finished(
        new TiledCholesky(Arena.ofShared(), size, size, progress),
        system -> {
          system.lower.fill(symmetric, progress);
          system.factor();
          system.invertLower();
          system.multiplyByItself();
          system.mirror();
        });
  }

  private static SymmetricSystem finished(TiledCholesky system, Consumer<TiledCholesky> work) {
    boolean done = false;
    try {
      work.accept(system);
      done = true;
      return system;
    } finally {
      if (!done) {
        system.close();
      }
    }
  }

  private void factor() {
    int tiles = Math.ceilDiv(lower.rows(), TILE);
    for (int step = 0; step < tiles; step++) {
      int done = step;
      OpenBlas.factor(tile(done, done), length(done));
      int rest = tiles - done - 1;
      Shards.forEach(rest, progress, row -> divide(done + 1 + row, done));
      Shards.forEach(
          rest * (rest + 1) / 2, progress, pair -> update(done, done + 1, triangle(pair)));
    }
  }

  private void divide(int row, int column) {
    OpenBlas.divideByTransposed(
        tile(column, column), tile(row, column), length(row), length(column));
  }

  private void update(int done, int origin, long place) {
    int row = origin + (int) (place >> 32);
    int column = origin + (int) place;
    OpenBlas.subtractProduct(
        tile(row, done),
        tile(column, done),
        tile(row, column),
        length(row),
        length(column),
        length(done));
  }

  /** Row and column of the n-th place of a lower triangle, in the halves of a long. */
  private static long triangle(int place) {
    int row = (int) ((Math.sqrt(8.0 * place + 1) - 1) / 2);
    return ((long) row << 32) | (place - row * (row + 1) / 2);
  }

  private void substitute() {
    Shards.forEach(
        Math.ceilDiv(right.columns(), PANEL),
        progress,
        panel -> {
          int column = panel * PANEL;
          int width = Math.min(PANEL, right.columns() - column);
          Tile all = lower.tile(0, 0);
          OpenBlas.divide(all, false, right.tile(0, column), right.rows(), width);
          progress.check();
          OpenBlas.divide(all, true, right.tile(0, column), right.rows(), width);
        });
  }

  /** Writes L⁻¹ into the right matrix, a few columns at a time. */
  private void invertLower() {
    Shards.forEach(
        Math.ceilDiv(lower.rows(), PANEL),
        progress,
        panel -> {
          int column = panel * PANEL;
          int width = Math.min(PANEL, lower.rows() - column);
          for (int at = column; at < column + width; at++) {
            right.set(at, at, 1);
          }
          int begin = column / TILE;
          for (int row = begin; row * TILE < lower.rows(); row++) {
            progress.check();
            Tile target = right.tile(row * TILE, column);
            if (row > begin) {
              OpenBlas.subtract(
                  lower.tile(row * TILE, begin * TILE),
                  right.tile(begin * TILE, column),
                  target,
                  length(row),
                  width,
                  (row - begin) * TILE);
            }
            OpenBlas.divide(tile(row, row), false, target, length(row), width);
          }
        });
  }

  /** Writes the lower half of WᵀW into the lower matrix, for the lower triangle W in the right. */
  private void multiplyByItself() {
    int tiles = Math.ceilDiv(lower.rows(), TILE);
    Shards.forEach(
        tiles * (tiles + 1) / 2,
        progress,
        pair -> {
          long place = triangle(pair);
          int row = (int) (place >> 32);
          int column = (int) place;
          OpenBlas.productOfTransposed(
              right.tile(row * TILE, row * TILE),
              right.tile(row * TILE, column * TILE),
              tile(row, column),
              length(row),
              length(column),
              lower.rows() - row * TILE);
        });
  }

  private Tile tile(int row, int column) {
    return lower.tile(row * TILE, column * TILE);
  }

  private int length(int tile) {
    return Math.min(TILE, lower.rows() - tile * TILE);
  }

  /** Copies the lower half of the lower matrix into both halves of the right one. */
  private void mirror() {
    int tiles = Math.ceilDiv(lower.rows(), TILE);
    Shards.forEach(
        tiles * (tiles + 1) / 2,
        progress,
        pair -> {
          long place = triangle(pair);
          int fromRow = (int) (place >> 32) * TILE;
          int fromColumn = (int) place * TILE;
          int endRow = Math.min(lower.rows(), fromRow + TILE);
          int endColumn = Math.min(lower.rows(), fromColumn + TILE);
          for (int row = fromRow; row < endRow; row++) {
            for (int column = fromColumn; column < Math.min(endColumn, row + 1); column++) {
              float value = lower.get(row, column);
              right.set(row, column, value);
              right.set(column, row, value);
            }
          }
        });
  }

  @Override
  public float[] solution(int row) {
    return right.row(row);
  }

  @Override
  public void close() {
    arena.close();
  }
}
