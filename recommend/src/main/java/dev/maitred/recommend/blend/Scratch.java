package dev.maitred.recommend.blend;

import dev.maitred.recommend.linear.Few;
import dev.maitred.recommend.linear.Sums;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory for one answer, used again for the next one, as clearing and filling new arrays of the
 * catalogue's length takes longer than the sums in them. Not for use by two threads.
 */
final class Scratch {

  private final int items;
  private final Sums sums;
  private final List<Few> few = new ArrayList<>();
  private final List<float[]> arrays = new ArrayList<>();
  private int usedFew;
  private int usedArrays;

  Scratch(int items) {
    this.items = items;
    this.sums = new Sums(items);
  }

  /** Begins another answer; what was handed out before must not be used any more. */
  void begin() {
    usedFew = 0;
    usedArrays = 0;
  }

  /** Sums of all items, zero; whoever adds to them takes them out. */
  Sums sums() {
    return sums;
  }

  /** Room for numbers of a few items that no other has in this answer. */
  Few few() {
    if (usedFew == few.size()) {
      few.add(new Few());
    }
    return few.get(usedFew++);
  }

  /** A number for every item, of any value, that no other has in this answer. */
  float[] array() {
    if (usedArrays == arrays.size()) {
      arrays.add(new float[items]);
    }
    return arrays.get(usedArrays++);
  }
}
