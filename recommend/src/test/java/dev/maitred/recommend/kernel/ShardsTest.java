package dev.maitred.recommend.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.recommend.Progress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ShardsTest {

  private final CountDownLatch bothBegan = new CountDownLatch(2);
  private final CountDownLatch returned = new CountDownLatch(1);
  private final AtomicBoolean overtaken = new AtomicBoolean();

  /** The memory of a piece that still runs must not be let go by whoever is told of the failure. */
  @Test
  void throwsOnlyWhenNoPieceIsUnderWay() {
    try (var pool = new ForkJoinPool(2)) {
      assertThatThrownBy(() -> pool.submit(this::failInTheCaller).get())
          .hasRootCauseMessage("this piece failed");
    }
    assertThat(overtaken).isFalse();
  }

  private void failInTheCaller() {
    var caller = Thread.currentThread();
    try {
      Shards.forEach(
          2,
          Progress.none(),
          piece -> {
            bothBegan.countDown();
            await(bothBegan, 10_000);
            if (Thread.currentThread() == caller) {
              throw new IllegalStateException("this piece failed");
            }
            overtaken.set(await(returned, 500));
          });
    } finally {
      returned.countDown();
    }
  }

  private static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
