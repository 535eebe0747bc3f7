package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The items outside the tenth that had the most events in training: where a model earns its keep.
 */
final class Tail {

  private Tail() {}

  static BitSet of(Interactions training) {
    var events = new int[training.items()];
    IntStream.of(training.item()).forEach(item -> events[item]++);
    var tail = new BitSet();
    tail.set(0, events.length);
    IntStream.range(0, events.length)
        .filter(item -> events[item] > 0)
        .boxed()
        .sorted((a, b) -> events[b] != events[a] ? events[b] - events[a] : a - b)
        .limit(Math.ceilDiv(IntStream.of(events).filter(e -> e > 0).count(), 10))
        .forEach(tail::clear);
    return tail;
  }
}
