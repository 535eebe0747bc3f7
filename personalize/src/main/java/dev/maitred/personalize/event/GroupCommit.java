package dev.maitred.personalize.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Lets many threads share one write: while one write is under way the items of the others gather,
 * and the first of them to get its turn writes them all. Safe for use by many threads.
 *
 * @param <T> what is written
 */
final class GroupCommit<T> {
  private final Consumer<List<T>> write;
  private final ConcurrentLinkedQueue<Waiting<T>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  private record Waiting<T>(T item, CompletableFuture<Boolean> written) {}

  /**
   * @param write writes a batch in the order in which it was handed in, all or nothing
   */
  GroupCommit(Consumer<List<T>> write) {
    this.write = write;
  }

  /** Returns once the item is written; throws what the write threw if it is not. */
  void add(T item) {
    Waiting<T> mine = new Waiting<>(item, new CompletableFuture<>());
    waiting.add(mine);
    turn.lock();
    try {
      if (!mine.written.isDone()) {
        writeAll();
      }
    } finally {
      turn.unlock();
    }
    await(mine.written);
  }

  /** How many items no write has taken yet. */
  int waiting() {
    return waiting.size();
  }

  private void writeAll() {
    List<Waiting<T>> batch = new ArrayList<>();
    for (Waiting<T> next = waiting.poll(); next != null; next = waiting.poll()) {
      batch.add(next);
    }
    try {
      write.accept(batch.stream().map(Waiting::item).toList());
      batch.forEach(each -> each.written.complete(true));
    } catch (RuntimeException | Error e) {
      batch.forEach(each -> each.written.completeExceptionally(e));
    }
  }

  private static void await(CompletableFuture<Boolean> written) {
    try {
      written.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
