package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Histories cut into chunks of bounded length, each of which begins with the event that the one
 * before ends with, so that every event but a user's first is a target once.
 *
 * @param data the histories
 * @param requests what is known of the request before each event
 * @param user of each chunk
 * @param start index of the first event of each chunk
 * @param length number of events of each chunk, at least 2
 */
record Chunks(Interactions data, Requests requests, int[] user, int[] start, int[] length) {

  private static final int LONGEST = 200;

  static Chunks of(TrainingData all, RequestVocabulary asked) {
    Interactions data = all.events();
    List<int[]> chunks = new ArrayList<>();
    for (int user = 0; user < data.users(); user++) {
      int first = data.firstEvent()[user];
      int end = data.firstEvent()[user + 1];
      while (end - first > 1) {
        int start = Math.max(first, end - LONGEST - 1);
        chunks.add(new int[] {user, start, end - start});
        end = start == first ? first : start + 1;
      }
    }
    return new Chunks(
        data,
        new Requests(asked.ofUsers(all), asked.ofEvents(all)),
        column(chunks, 0),
        column(chunks, 1),
        column(chunks, 2));
  }

  private static int[] column(List<int[]> chunks, int at) {
    return chunks.stream().mapToInt(chunk -> chunk[at]).toArray();
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(data.firstEvent()).add(data.item());
    requests.users().addTo(fingerprint);
    requests.events().addTo(fingerprint);
  }

  /** Positions of all chunks together. */
  long positions() {
    return Arrays.stream(length).asLongStream().map(events -> events - 1).sum();
  }

  /**
   * All chunks once, in an order of chance, in batches.
   *
   * @param size positions of a batch; the chunk that reaches it is the batch's last
   * @return the chunks of each batch
   */
  List<int[]> batches(int size, SplittableRandom random) {
    int[] order = shuffled(random);
    List<int[]> batches = new ArrayList<>();
    int from = 0;
    int positions = 0;
    for (int at = 0; at < order.length; at++) {
      positions += length[order[at]] - 1;
      if (positions >= size || at == order.length - 1) {
        batches.add(Arrays.copyOfRange(order, from, at + 1));
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

  /**
   * The batch of some chunks.
   *
   * @param random decides what is known of the requests
   */
  Batch batch(int[] chunks, SplittableRandom random) {
    var first = new int[chunks.length + 1];
    for (int at = 0; at < chunks.length; at++) {
      first[at + 1] = first[at] + length[chunks[at]] - 1;
    }
    var users = new int[first[chunks.length]];
    var targets = new int[first[chunks.length]];
    for (int at = 0; at < chunks.length; at++) {
      for (int position = first[at]; position < first[at + 1]; position++) {
        users[position] = user[chunks[at]];
        targets[position] = start[chunks[at]] + 1 + position - first[at];
      }
    }
    return new Batch(
        Arrays.stream(targets).map(event -> data.item()[event - 1]).toArray(),
        Arrays.stream(targets).map(event -> data.item()[event]).toArray(),
        first,
        requests.some(users, targets, random));
  }
}
