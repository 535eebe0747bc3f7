package dev.maitred.recommend.dense;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.SymmetricSystem.Rows;
import dev.maitred.recommend.kernel.Shards;
import java.lang.foreign.Arena;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Cholesky's method on tiles: every tile is updated by the tiles to its left in order, by one
 * thread at a time, so sums are always added up in the same order.
 */
final class TiledCholesky {

  private static final int TILE = 512;

  private final NativeMatrix lower;
  private final NativeMatrix right;
  private final Progress progress;

  private TiledCholesky(Arena arena, int size, int width, Progress progress) {
    this.lower = NativeMatrix.allocate(arena, size, size);
    this.right = NativeMatrix.allocate(arena, size, width);
    this.progress = progress;
  }

  static SymmetricSystem solve(int size, int width, Rows symmetric, Rows right, Progress progress) {
    return finished(
        size,
        width,
        progress,
        system -> {
          system.lower.fillLower(symmetric, progress);
          system.right.fill(right, progress);
          system.factor();
          system.substitute();
          return system.right::row;
        });
  }

  /** The inverse of G = L·Lᵀ as L⁻ᵀ·L⁻¹, in half the operations of solving for the identity. */
  static SymmetricSystem inverse(int size, Rows symmetric, Progress progress) {
    return finished(
        size,
        size,
        progress,
        system -> {
          system.lower.fillLower(symmetric, progress);
          system.factor();
          system.invertLower();
          system.multiplyByItself();
          return system.lower::symmetricRow;
        });
  }

  /** Works on new memory, which is let go with the system that is answered, or at once. */
  @SuppressWarnings("MustBeClosedChecker")
  private static SymmetricSystem finished(
      int size, int width, Progress progress, Function<TiledCholesky, IntFunction<float[]>> work) {
    Arena arena = Arena.ofShared();
    try {
      return new Solved(arena, work.apply(new TiledCholesky(arena, size, width, progress)));
    } catch (RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  private record Solved(Arena arena, IntFunction<float[]> rows) implements SymmetricSystem {

    @Override
    public float[] solution(int row) {
      return rows.apply(row);
    }

    @Override
    public void close() {
      arena.close();
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
    if (row == column) {
      OpenBlas.subtractSquare(tile(row, done), tile(row, row), length(row), length(done));
    } else {
      OpenBlas.subtractProduct(
          tile(row, done),
          tile(column, done),
          tile(row, column),
          length(row),
          length(column),
          length(done));
    }
  }

  /** Row and column of the n-th place of a lower triangle, in the halves of a long. */
  private static long triangle(int place) {
    int row = (int) ((Math.sqrt(8.0 * place + 1) - 1) / 2);
    return ((long) row << 32) | (place - row * (row + 1) / 2);
  }

  /** Replaces the right side B by L⁻ᵀ·L⁻¹·B, a panel of columns after the other. */
  private void substitute() {
    int panels = 2 * Math.ceilDiv(right.columns(), 2 * TILE);
    int width = Math.ceilDiv(right.columns(), panels);
    Shards.forEach(
        Math.ceilDiv(right.columns(), width),
        progress,
        panel -> {
          int column = panel * width;
          int columns = Math.min(width, right.columns() - column);
          int tiles = Math.ceilDiv(lower.rows(), TILE);
          for (int row = 0; row < tiles; row++) {
            progress.check();
            eliminateAbove(row, column, columns, 0);
          }
          for (int row = tiles - 1; row >= 0; row--) {
            progress.check();
            eliminateBelow(row, column, columns);
          }
        });
  }

  /** One row of tiles of L⁻¹·B, of which those from {@code first} on are there. */
  private void eliminateAbove(int row, int column, int columns, int first) {
    Tile target = right.tile(row * TILE, column);
    if (row > first) {
      OpenBlas.subtract(
          tile(row, first),
          right.tile(first * TILE, column),
          target,
          length(row),
          columns,
          (row - first) * TILE);
    }
    OpenBlas.divide(tile(row, row), false, target, length(row), columns);
  }

  /** One row of tiles of L⁻ᵀ·B, of which those below are there. */
  private void eliminateBelow(int row, int column, int columns) {
    Tile target = right.tile(row * TILE, column);
    int below = (row + 1) * TILE;
    if (below < lower.rows()) {
      OpenBlas.subtractTransposed(
          lower.tile(below, row * TILE),
          right.tile(below, column),
          target,
          length(row),
          columns,
          lower.rows() - below);
    }
    OpenBlas.divide(tile(row, row), true, target, length(row), columns);
  }

  /** Writes L⁻¹ into the right matrix, a column of tiles after the other. */
  private void invertLower() {
    int tiles = Math.ceilDiv(lower.rows(), TILE);
    Shards.forEach(
        tiles,
        progress,
        column -> {
          for (int at = column * TILE; at < column * TILE + length(column); at++) {
            right.set(at, at, 1);
          }
          for (int row = column; row < tiles; row++) {
            progress.check();
            eliminateAbove(row, column * TILE, length(column), column);
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
          int depth = lower.rows() - row * TILE;
          Tile of = right.tile(row * TILE, row * TILE);
          if (row == column) {
            OpenBlas.square(of, tile(row, row), length(row), depth);
          } else {
            OpenBlas.productOfTransposed(
                of,
                right.tile(row * TILE, column * TILE),
                tile(row, column),
                length(row),
                length(column),
                depth);
          }
        });
  }

  private Tile tile(int row, int column) {
    return lower.tile(row * TILE, column * TILE);
  }

  private int length(int tile) {
    return Math.min(TILE, lower.rows() - tile * TILE);
  }
}
