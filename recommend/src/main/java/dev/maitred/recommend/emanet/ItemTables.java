package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.List;

/**
 * The vectors and biases of the items while they are learnt. Each item's slopes are added up in the
 * order of the positions, so that the threads that share the items out leave no trace.
 */
final class ItemTables {

  private static final int ITEMS_A_PIECE = 256;

  private final Shape shape;
  private final Rows read;
  private final Rows score;
  private final Rows bias;

  ItemTables(Shape shape, Parameters parameters) {
    this.shape = shape;
    this.read = new Rows(parameters.read(), shape.dimension());
    this.score = shape.tied() ? read : new Rows(parameters.score(), shape.dimension());
    this.bias = new Rows(parameters.bias(), 1);
  }

  /** Makes the items of a step what all steps before it make them. */
  void prepare(Adam.Step step, Touched touched, Progress progress) {
    forEach(touched.count(), progress, at -> catchUp(step, touched.item(at)));
  }

  /** Makes all items what all steps before this one make them. */
  void settle(Adam.Step next, Progress progress) {
    forEach(shape.items(), progress, item -> catchUp(next, item));
  }

  private void catchUp(Adam.Step step, int item) {
    read.catchUp(item, step);
    if (!shape.tied()) {
      score.catchUp(item, step);
    }
    bias.catchUp(item, step);
  }

  /** Moves the items of a step. */
  void move(
      Adam.Step step,
      Touched touched,
      Drawn drawn,
      Slopes slopes,
      List<Gradient> shares,
      Progress progress) {
    Shards.forEach(
        Math.ceilDiv(touched.count(), ITEMS_A_PIECE),
        progress,
        piece -> {
          var sum = new float[shape.dimension()];
          var biasSum = new float[1];
          int end = Math.min(touched.count(), (piece + 1) * ITEMS_A_PIECE);
          for (int at = piece * ITEMS_A_PIECE; at < end; at++) {
            int item = touched.item(at);
            Arrays.fill(sum, 0);
            biasSum[0] = 0;
            addInputs(touched, at, slopes, sum);
            if (!shape.tied()) {
              read.move(item, step, sum);
              Arrays.fill(sum, 0);
            }
            addTargets(touched, at, slopes, sum, biasSum);
            addNegatives(drawn.places().place(item), shares, sum, biasSum);
            score.move(item, step, sum);
            bias.move(item, step, biasSum);
          }
        });
  }

  private static void forEach(
      int count, Progress progress, java.util.function.IntConsumer work) {
    Shards.forEach(
        Math.ceilDiv(count, ITEMS_A_PIECE),
        progress,
        piece -> {
          int end = Math.min(count, (piece + 1) * ITEMS_A_PIECE);
          for (int at = piece * ITEMS_A_PIECE; at < end; at++) {
            work.accept(at);
          }
        });
  }

  private static void addInputs(Touched touched, int at, Slopes slopes, float[] sum) {
    for (int index = touched.firstInput(at); index < touched.firstInput(at + 1); index++) {
      add(slopes.read(), touched.input(index), 1, sum);
    }
  }

  private static void addTargets(
      Touched touched, int at, Slopes slopes, float[] sum, float[] biasSum) {
    for (int index = touched.firstTarget(at); index < touched.firstTarget(at + 1); index++) {
      float slope = slopes.target()[touched.target(index)];
      add(slopes.user(), touched.target(index), slope, sum);
      biasSum[0] += slope;
    }
  }

  private static void addNegatives(
      int place, List<Gradient> shares, float[] sum, float[] biasSum) {
    if (place >= 0) {
      for (Gradient share : shares) {
        add(share.negatives(), place, 1, sum);
        biasSum[0] += share.negativeBias()[place];
      }
    }
  }

  private static void add(float[] rows, int row, float factor, float[] sum) {
    int from = row * sum.length;
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * rows[from + k];
    }
  }

  /** Writes items that have settled. */
  void write(ModelWriter out) {
    read.write(out);
    if (!shape.tied()) {
      score.write(out);
    }
    bias.write(out);
  }

  void read(ModelReader in, long step) {
    read.read(in, step);
    if (!shape.tied()) {
      score.read(in, step);
    }
    bias.read(in, step);
  }
}
