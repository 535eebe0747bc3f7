package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.linear.SparseRows;
import java.util.Arrays;

/** How often each item came directly after each other one. */
final class Followers {

  private Followers() {}

  static SparseRows rows(Interactions data, Progress progress) {
    var first = new int[data.items() + 1];
    int[] follower = followers(data);
    for (int event = 0; event < follower.length; event++) {
      first[data.item()[event] + 1] += follower[event] >= 0 ? 1 : 0;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    int[] next = first.clone();
    var followers = new int[first[data.items()]];
    for (int event = 0; event < follower.length; event++) {
      if (follower[event] >= 0) {
        followers[next[data.item()[event]]++] = follower[event];
      }
    }
    return SparseRows.compute(
        data.items(),
        progress,
        (item, sum) -> {
          for (int at = first[item]; at < first[item + 1]; at++) {
            sum.add(followers[at], 1);
          }
        });
  }

  /** For each event the item of the next, or −1 where the history ends or the item stays. */
  private static int[] followers(Interactions data) {
    var follower = new int[data.events()];
    for (int user = 0; user < data.users(); user++) {
      int end = data.firstEvent()[user + 1];
      for (int event = data.firstEvent()[user]; event < end; event++) {
        boolean moves = event + 1 < end && data.item()[event + 1] != data.item()[event];
        follower[event] = moves ? data.item()[event + 1] : -1;
      }
    }
    return follower;
  }
}
