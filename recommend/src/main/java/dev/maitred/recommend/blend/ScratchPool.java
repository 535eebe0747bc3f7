package dev.maitred.recommend.blend;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The {@link Scratch}es that no answer uses at the moment, about one for each processor. */
final class ScratchPool {

  private final int items;
  private final AtomicReferenceArray<@Nullable Scratch> idle =
      new AtomicReferenceArray<>(Runtime.getRuntime().availableProcessors() + 1);

  ScratchPool(int items) {
    this.items = items;
  }

  /** One for an answer. */
  Scratch take() {
    for (int at = 0; at < idle.length(); at++) {
      Scratch scratch = idle.getAndSet(at, null);
      if (scratch != null) {
        scratch.begin();
        return scratch;
      }
    }
    return new Scratch(items);
  }

  /** Takes one back whose answer is complete; one of an answer that failed is left to perish. */
  void give(Scratch scratch) {
    for (int at = 0; at < idle.length(); at++) {
      if (idle.compareAndSet(at, null, scratch)) {
        return;
      }
    }
  }
}
