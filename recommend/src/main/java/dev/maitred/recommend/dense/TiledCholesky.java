package dev.maitred.recommend.dense;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import java.lang.foreign.Arena;

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
    var system = new TiledCholesky(Arena.ofShared(), size, width, progress);
    boolean solved = false;
    try {
      system.lower.fill(symmetric, progress);
      system.right.fill(right, progress);
      system.factor();
      system.substitute();
      solved = true;
      return system;
    } finally {
      if (!solved) {
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

  private Tile tile(int row, int column) {
    return lower.tile(row * TILE, column * TILE);
  }

  private int length(int tile) {
    return Math.min(TILE, lower.rows() - tile * TILE);
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
