package dev.maitred.recommend.emanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** An item's vector is its own and those of its words, and all of them follow its slopes. */
class ItemVectorsTest {
  private static final int WIDTH = 2;

  /** Items 0 and 1 have word 0, item 1 has word 1 as well, item 2 has none. */
  private static final WordLists WORDS = new WordLists(new int[] {0, 1, 3, 3}, new int[] {0, 0, 1});

  private final float[] vectors = {1, 1, 2, 2, 3, 3};
  private final ItemVectors table = new ItemVectors(vectors, WIDTH, WORDS, 2);

  private void step(long number, int... items) {
    var step = Adam.Step.of(number, 0.1);
    var groups = new Groups(3);
    groups.find(items, items.length);
    table.prepareWords(step, groups);
    for (int at = 0; at < groups.count(); at++) {
      table.catchUp(groups.number(at), step);
    }
    for (int at = 0; at < groups.count(); at++) {
      table.move(at, groups.number(at), step, new float[] {1, -1});
    }
    table.moveWords(step);
    settle(step);
  }

  private void settle(Adam.Step last) {
    table.settleWords(last.next());
    for (int item = 0; item < 3; item++) {
      table.catchUp(item, last.next());
    }
  }

  @Test
  void anItemMovesByItselfAndByEachOfItsWords() {
    step(1, 0);
    // Adam's first step is as long as its rate: one of the item's own, one of its word.
    assertThat(vectors).containsExactly(new float[] {0.8f, 1.2f, 1.9f, 2.1f, 3, 3}, within(1e-5f));
  }

  @Test
  void anItemMovesWithOthersOfItsWords() {
    step(1, 1);
    assertThat(vectors).containsExactly(new float[] {0.9f, 1.1f, 1.7f, 2.3f, 3, 3}, within(1e-5f));
  }

  @Test
  void anItemWithoutWordsMovesAlone() {
    step(1, 2);
    assertThat(vectors).containsExactly(new float[] {1, 1, 2, 2, 2.9f, 3.1f}, within(1e-5f));
  }
}
