package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import java.util.Arrays;
import java.util.List;

/**
 * Moves the vectors and biases of the items after a step. Each item's slopes are added up in the
 * order of the positions, so that the threads that share the items out leave no trace.
 */
final class ItemTables {

  private static final int ITEMS_A_PIECE = 256;

  private final Shape shape;
  private final Parameters parameters;
  private final Adam read;
  private final Adam score;
  private final Adam bias;
  private final Places inputs;
  private final Places targets;

  ItemTables(Shape shape, Parameters parameters) {
    this.shape = shape;
    this.parameters = parameters;
    this.read = new Adam(parameters.read());
    this.score = shape.tied() ? read : new Adam(parameters.score());
    this.bias = new Adam(parameters.bias());
    this.inputs = new Places(shape.items());
    this.targets = new Places(shape.items());
  }

  /** For each item the positions of a batch where it stands. */
  private static final class Places {
    private final int[] first;
    private final int[] next;
    private int[] position = {};

    Places(int items) {
      first = new int[items + 1];
      next = new int[items];
    }

    void sort(int[] item) {
      if (position.length < item.length) {
        position = new int[item.length];
      }
      Arrays.fill(first, 0);
      for (int i : item) {
        first[i + 1]++;
      }
      for (int i = 1; i < first.length; i++) {
        first[i] += first[i - 1];
      }
      System.arraycopy(first, 0, next, 0, next.length);
      for (int at = 0; at < item.length; at++) {
        position[next[item[at]]++] = at;
      }
    }
  }

  void move(
      Adam.Step step,
      Batch batch,
      Drawn drawn,
      Slopes slopes,
      List<Gradient> shares,
      Progress progress) {
    inputs.sort(batch.input());
    targets.sort(batch.target());
    Shards.forEach(
        Math.ceilDiv(shape.items(), ITEMS_A_PIECE),
        progress,
        piece -> {
          var sum = new float[shape.dimension()];
          var biasSum = new float[1];
          int end = Math.min(shape.items(), (piece + 1) * ITEMS_A_PIECE);
          for (int item = piece * ITEMS_A_PIECE; item < end; item++) {
            Arrays.fill(sum, 0);
            biasSum[0] = 0;
            addInputs(item, slopes, sum);
            if (!shape.tied()) {
              read.move(step, item * shape.dimension(), shape.dimension(), sum);
              Arrays.fill(sum, 0);
            }
            addTargets(item, slopes, sum, biasSum);
            addNegatives(drawn.places().place(item), shares, sum, biasSum);
            score.move(step, item * shape.dimension(), shape.dimension(), sum);
            bias.move(step, item, 1, biasSum);
          }
        });
  }

  private void addInputs(int item, Slopes slopes, float[] sum) {
    for (int at = inputs.first[item]; at < inputs.first[item + 1]; at++) {
      add(slopes.read(), inputs.position[at], 1, sum);
    }
  }

  private void addTargets(int item, Slopes slopes, float[] sum, float[] biasSum) {
    for (int at = targets.first[item]; at < targets.first[item + 1]; at++) {
      float slope = slopes.target()[targets.position[at]];
      add(slopes.user(), targets.position[at], slope, sum);
      biasSum[0] += slope;
    }
  }

  private void addNegatives(int place, List<Gradient> shares, float[] sum, float[] biasSum) {
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
}
