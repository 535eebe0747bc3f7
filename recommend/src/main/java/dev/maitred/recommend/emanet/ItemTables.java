package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The vectors and biases of the items while they are learnt. A step concerns the items that it
 * reads, those that came next and the negatives. Each item's slopes are added up in this order, so
 * that the threads that share the items out leave no trace.
 */
final class ItemTables {

  private static final int ITEMS_A_PIECE = 256;

  private final Shape shape;
  private final ItemVectors read;
  private final ItemVectors score;
  private final Rows bias;
  private final Groups items;
  private int[] list = {};
  private int positions;

  /**
   * The tables of some parameters, which are moved in place.
   *
   * @param words of each item
   */
  ItemTables(Shape shape, Parameters parameters, WordLists words) {
    this.shape = shape;
    int size = 1 + Arrays.stream(words.word()).max().orElse(-1);
    this.read = new ItemVectors(parameters.read(), shape.dimension(), words, size);
    this.score =
        shape.tied() ? read : new ItemVectors(parameters.score(), shape.dimension(), words, size);
    this.bias = new Rows(parameters.bias(), 1);
    this.items = new Groups(shape.items());
  }

  /** Makes the items of a step what all steps before it make them. */
  void prepare(Adam.Step step, Batch batch, Negatives negatives, Progress progress) {
    positions = batch.positions();
    int length = 2 * positions + negatives.count();
    if (list.length < length) {
      list = new int[length];
    }
    System.arraycopy(batch.input(), 0, list, 0, positions);
    System.arraycopy(batch.target(), 0, list, positions, positions);
    for (int at = 0; at < negatives.count(); at++) {
      list[2 * positions + at] = negatives.item(at);
    }
    items.find(list, length);
    read.prepareWords(step, items);
    if (!shape.tied()) {
      score.prepareWords(step, items);
    }
    forEach(items.count(), progress, at -> catchUp(step, items.number(at)));
  }

  /** Makes all items what all steps before this one make them. */
  void settle(Adam.Step next) {
    read.settleWords(next);
    score.settleWords(next);
    forEach(shape.items(), Progress.none(), item -> catchUp(next, item));
  }

  private void catchUp(Adam.Step step, int item) {
    read.catchUp(item, step);
    if (!shape.tied()) {
      score.catchUp(item, step);
    }
    bias.catchUp(item, step);
  }

  /** Moves the items of the step that was prepared. */
  void move(Adam.Step step, Slopes slopes, List<Gradient> shares, Progress progress) {
    Shards.forEach(
        Math.ceilDiv(items.count(), ITEMS_A_PIECE),
        progress,
        piece -> {
          var sum = new float[shape.dimension()];
          var biasSum = new float[1];
          int end = Math.min(items.count(), (piece + 1) * ITEMS_A_PIECE);
          for (int at = piece * ITEMS_A_PIECE; at < end; at++) {
            Arrays.fill(sum, 0);
            biasSum[0] = 0;
            int index = addInputs(at, slopes, sum);
            if (!shape.tied()) {
              read.move(at, items.number(at), step, sum);
              Arrays.fill(sum, 0);
            }
            addOutputs(at, index, slopes, shares, sum, biasSum);
            score.move(at, items.number(at), step, sum);
            bias.move(items.number(at), step, biasSum);
          }
        });
    read.moveWords(step);
    if (!shape.tied()) {
      score.moveWords(step);
    }
  }

  /** Adds up the slopes where an item is read; answers where the others begin. */
  private int addInputs(int at, Slopes slopes, float[] sum) {
    int index = items.first(at);
    while (index < items.first(at + 1) && items.index(index) < positions) {
      add(slopes.read(), items.index(index), 1, sum);
      index++;
    }
    return index;
  }

  private void addOutputs(
      int at, int from, Slopes slopes, List<Gradient> shares, float[] sum, float[] biasSum) {
    for (int index = from; index < items.first(at + 1); index++) {
      int position = items.index(index) - positions;
      if (position < positions) {
        float slope = slopes.target()[position];
        add(slopes.user(), position, slope, sum);
        biasSum[0] += slope;
      } else {
        for (Gradient share : shares) {
          add(share.negatives(), position - positions, 1, sum);
          biasSum[0] += share.negativeBias()[position - positions];
        }
      }
    }
  }

  private static void add(float[] rows, int row, float factor, float[] sum) {
    int from = row * sum.length;
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * rows[from + k];
    }
  }

  private static void forEach(int count, Progress progress, IntConsumer work) {
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

  /** Writes items that have settled. */
  void write(ModelWriter out) {
    read.write(out);
    if (!shape.tied()) {
      score.write(out);
    }
    bias.write(out);
  }

  /** Takes over what {@link #write} wrote after a step. */
  void read(ModelReader in, long step) {
    read.read(in, step);
    if (!shape.tied()) {
      score.read(in, step);
    }
    bias.read(in, step);
  }
}
