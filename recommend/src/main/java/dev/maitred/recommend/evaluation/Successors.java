package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;

/**
 * For each item what came right after it.
 *
 * @param first for each item the index of its first successor, and at the end their number
 * @param next the successors
 */
record Successors(int[] first, int[] next) {

  static Successors of(Interactions data) {
    var first = new int[data.items() + 1];
    for (int event = 0; event < data.events(); event++) {
      first[data.item()[event] + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    var place = first.clone();
    var next = new int[data.events()];
    Arrays.fill(next, -1);
    for (int user = 0; user < data.users(); user++) {
      for (int event = data.firstEvent()[user] + 1; event < data.firstEvent()[user + 1]; event++) {
        next[place[data.item()[event - 1]]++] = data.item()[event];
      }
    }
    return new Successors(first, next);
  }

  /**
   * How often each item came after the last one; where it never did, less than 1, by popularity.
   */
  float[] after(int[] history, float[] popular) {
    float most = 1;
    for (float events : popular) {
      most = Math.max(most, events);
    }
    var scores = new float[popular.length];
    for (int item = 0; item < scores.length; item++) {
      scores[item] = popular[item] / (most + 1);
    }
    if (history.length > 0) {
      int last = history[history.length - 1];
      for (int at = first[last]; at < first[last + 1] && next[at] >= 0; at++) {
        scores[next[at]]++;
      }
    }
    return scores;
  }
}
