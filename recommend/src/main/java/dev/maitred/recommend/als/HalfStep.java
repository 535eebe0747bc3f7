package dev.maitred.recommend.als;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.Cholesky;
import dev.maitred.recommend.kernel.Shards;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Half an iteration: all rows of one side solved while the other side stays as it is. */
final class HalfStep {

  private static final int STRETCHES = 256;

  private final Rows rows;
  private final Equations equations;
  private final float[] solved;
  private final Progress progress;

  /** Lent to one stretch after the other: what is in them leaves no trace. */
  private final Queue<Equations.Room> rooms = new ConcurrentLinkedQueue<>();

  private HalfStep(Rows rows, Equations equations, float[] solved, Progress progress) {
    this.rows = rows;
    this.equations = equations;
    this.solved = solved;
    this.progress = progress;
  }

  /**
   * Solves all rows.
   *
   * @param solved the rows, to be overwritten; a row without entries becomes zero
   * @return what is left of the loss without the penalty of the other side: Σ w·(1 − s)² + α₀ Σ s²
   *     + Σ λ·|x|², which at a solution x is Σ w − b·x
   */
  static double solve(Rows rows, Equations equations, float[] solved, Progress progress) {
    // Solving costs about a third of the rank in entries.
    int[] borders = rows.stretches(STRETCHES, 1 + equations.rank() / 3);
    var losses = new double[borders.length - 1];
    var step = new HalfStep(rows, equations, solved, progress);
    Shards.forEach(
        losses.length,
        progress,
        piece -> losses[piece] = step.stretch(borders[piece], borders[piece + 1]));
    return Arrays.stream(losses).reduce(0, Double::sum);
  }

  private double stretch(int from, int to) {
    Equations.Room lent = rooms.poll();
    Equations.Room room = lent == null ? equations.new Room(Integer.MAX_VALUE) : lent;
    double loss = 0;
    for (int row = from; row < to; row++) {
      loss += solveRow(row, room);
    }
    rooms.add(room);
    return loss;
  }

  private double solveRow(int row, Equations.Room room) {
    int rank = equations.rank();
    Runnable fill =
        () ->
            room.fill(
                rows.column(), rows.weight(), rows.first()[row], rows.first()[row + 1], progress);
    fill.run();
    if (room.weight == 0) {
      Arrays.fill(solved, row * rank, (row + 1) * rank, 0);
      return 0;
    }
    float[] known = room.right.clone();
    Cholesky.solve(room.leftMatrix(), room.right, fill);
    System.arraycopy(room.right, 0, solved, row * rank, rank);
    double explained = 0;
    for (int at = 0; at < rank; at++) {
      explained += (double) known[at] * room.right[at];
    }
    return room.weight - explained;
  }
}
