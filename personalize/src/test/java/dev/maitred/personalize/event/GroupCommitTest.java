package dev.maitred.personalize.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  @Test
  void writesTogetherWhatComesWhileAWriteIsUnderWay() throws Exception {
    Queue<List<Integer>> batches = new ConcurrentLinkedQueue<>();
    CountDownLatch firstIsWriting = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    GroupCommit<Integer> commit =
        new GroupCommit<>(
            batch -> {
              batches.add(batch);
              firstIsWriting.countDown();
              await(goOn);
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first = threads.submit(() -> commit.add(0));
      firstIsWriting.await();
      List<Future<?>> others = new ArrayList<>();
      for (int item = 1; item <= 50; item++) {
        int mine = item;
        others.add(threads.submit(() -> commit.add(mine)));
      }
      while (commit.waiting() < 50) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      first.get();
      for (Future<?> other : others) {
        other.get();
      }
    }
    assertThat(batches).hasSize(2);
    assertThat(batches.stream().flatMap(List::stream)).hasSize(51).doesNotHaveDuplicates();
  }

  @Test
  void tellsEveryoneWhoseItemsWereNotWritten() {
    GroupCommit<String> commit =
        new GroupCommit<>(
            batch -> {
              throw new IllegalStateException("the disk is full");
            });
    assertThatThrownBy(() -> commit.add("a")).hasMessage("the disk is full");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThatThrownBy(() -> threads.submit(() -> commit.add("b")).get())
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("the disk is full");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
