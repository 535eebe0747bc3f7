package dev.maitred.recommend.kernel;

import java.util.function.IntPredicate;

/** Searches in what ascends. */
public final class Sorted {

  private Sorted() {}

  /**
   * The first place from which on something holds, or the end.
   *
   * @param holds once it holds at a place, at all that follow
   */
  public static int first(int from, int end, IntPredicate holds) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
