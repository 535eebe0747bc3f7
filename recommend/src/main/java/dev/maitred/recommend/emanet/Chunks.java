package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Interactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Histories cut into chunks of bounded length, each of which begins with the event that the one
 * before ends with, so that every event but a user's first is a target once.
 *
 * @param data the histories
 * @param start index of the first event of each chunk
 * @param length number of events of each chunk, at least 2
 */
record Chunks(Interactions data, int[] start, int[] length) {

  private static final int LONGEST = 200;

  static Chunks of(Interactions data) {
    List<int[]> chunks = new ArrayList<>();
    for (int user = 0; user < data.users(); user++) {
      int first = data.firstEvent()[user];
      int end = data.firstEvent()[user + 1];
      while (end - first > 1) {
        int start = Math.max(first, end - LONGEST - 1);
        chunks.add(new int[] {start, end - start});
        end = start == first ? first : start + 1;
      }
    }
    return new Chunks(
        data,
        chunks.stream().mapToInt(chunk -> chunk[0]).toArray(),
        chunks.stream().mapToInt(chunk -> chunk[1]).toArray());
  }

  /** Positions of all chunks together. */
  long positions() {
    return Arrays.stream(length).asLongStream().map(events -> events - 1).sum();
  }

  /**
   * All chunks once, in an order of chance, in batches.
   *
   * @param size positions of a batch; the chunk that reaches it is the batch's last
   */
  List<Batch> batches(int size, SplittableRandom random) {
    int[] order = shuffled(random);
    List<Batch> batches = new ArrayList<>();
    int from = 0;
    int positions = 0;
    for (int at = 0; at < order.length; at++) {
      positions += length[order[at]] - 1;
      if (positions >= size || at == order.length - 1) {
        batches.add(batch(Arrays.copyOfRange(order, from, at + 1), positions));
        from = at + 1;
        positions = 0;
      }
    }
    return batches;
  }

  private int[] shuffled(SplittableRandom random) {
    var order = new int[start.length];
    for (int at = 0; at < order.length; at++) {
      int other = random.nextInt(at + 1);
      order[at] = order[other];
      order[other] = at;
    }
    return order;
  }

  private Batch batch(int[] chunks, int positions) {
    var input = new int[positions];
    var target = new int[positions];
    var first = new int[chunks.length + 1];
    int position = 0;
    for (int at = 0; at < chunks.length; at++) {
      int count = length[chunks[at]] - 1;
      System.arraycopy(data.item(), start[chunks[at]], input, position, count);
      System.arraycopy(data.item(), start[chunks[at]] + 1, target, position, count);
      position += count;
      first[at + 1] = position;
    }
    return new Batch(input, target, first);
  }
}
