package dev.maitred.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserListsTest {

  @Test
  void eachUserOfAThingIsListedOnce() {
    var lists = new UserLists(3);
    for (int user = 0; user < 1_000; user++) {
      lists.add(user % 2, user);
      lists.add(user % 2, user);
    }
    assertThat(lists.of(0)).isEqualTo(IntStream.range(0, 500).map(at -> 2 * at).toArray());
    assertThat(lists.of(1)).isEqualTo(IntStream.range(0, 500).map(at -> 2 * at + 1).toArray());
    assertThat(lists.of(2)).isEmpty();
  }
}
