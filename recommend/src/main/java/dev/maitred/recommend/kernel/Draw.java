package dev.maitred.recommend.kernel;

import java.util.SplittableRandom;

/** Some of many, drawn by chance: the first steps of a shuffle (Fisher and Yates 1938). */
public final class Draw {

  private Draw() {}

  /**
   * Moves so many to the front, each as likely as any other.
   *
   * @param count at most all
   */
  public static void toFront(int[] all, int count, SplittableRandom random) {
    for (int place = 0; place < count; place++) {
      int pick = random.nextInt(place, all.length);
      int drawn = all[pick];
      all[pick] = all[place];
      all[place] = drawn;
    }
  }
}
