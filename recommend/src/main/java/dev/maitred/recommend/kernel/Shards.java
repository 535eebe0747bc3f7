package dev.maitred.recommend.kernel;

import dev.maitred.recommend.Progress;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shares independent pieces of work out over the threads of the pool that the caller runs in. Each
 * piece writes its own results only, so the outcome does not depend on the number of threads.
 */
public final class Shards {

  private Shards() {}

  /**
   * Does the work for every number from 0 to {@code count - 1}, in no particular order. Once a
   * piece has failed no other begins, and its exception is thrown when none is under way.
   *
   * @throws dev.maitred.recommend.TrainingStopped before the next piece once the progress asks so
   */
  public static void forEach(int count, Progress progress, IntConsumer work) {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    IntStream.range(0, count)
        .parallel()
        .forEach(
            piece -> {
              if (failure.get() == null) {
                attempt(piece, progress, work, failure);
              }
            });
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  // INVARIANT: nothing is thrown inside the stream. A parallel stream that throws comes back while
  // other pieces still run, and native code among them would use memory that is then let go.
  private static void attempt(
      int piece,
      Progress progress,
      IntConsumer work,
      AtomicReference<@Nullable Throwable> failure) {
    try {
      progress.check();
      work.accept(piece);
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }
}
