package dev.maitred.policy.match;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Searches a text for a needle in which some positions accept any character.
 *
 * <p>Bit-parallel: bit <i>i</i> of the state says that the needle's first <i>i</i>+1 characters end
 * here. One step a character and 64 characters of needle, so no input makes it slow (Baeza-Yates
 * and Gonnet, "A new approach to text searching", CACM 35(10), 1992; wildcards in section 4).
 */
final class ShiftAnd {
  private final int length;
  private final int words;
  private final Map<Character, long[]> accepting = new HashMap<>();
  private final long[] acceptingAnything;

  ShiftAnd(String needle, BitSet any) {
    this.length = needle.length();
    this.words = (length + Long.SIZE - 1) / Long.SIZE;
    this.acceptingAnything = words(any);
    for (int i = 0; i < length; i++) {
      if (!any.get(i)) {
        accepting
                .computeIfAbsent(needle.charAt(i), _ -> acceptingAnything.clone())[i / Long.SIZE] |=
            1L << i;
      }
    }
  }

  private long[] words(BitSet bits) {
    return java.util.Arrays.copyOf(bits.toLongArray(), words);
  }

  /** The end of the first occurrence within {@code [from, to)}, or -1. */
  int endOfFirst(String text, int from, int to) {
    return words == 1 ? endOfFirstShort(text, from, to) : endOfFirstLong(text, from, to);
  }

  // Nearly every needle is one of these, and this makes no objects.
  private int endOfFirstShort(String text, int from, int to) {
    long state = 0;
    long last = 1L << (length - 1);
    for (int i = from; i < to; i++) {
      state = ((state << 1) | 1) & accepted(text.charAt(i))[0];
      if ((state & last) != 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private int endOfFirstLong(String text, int from, int to) {
    long[] state = new long[words];
    long last = 1L << (length - 1);
    for (int i = from; i < to; i++) {
      step(state, accepted(text.charAt(i)));
      if ((state[words - 1] & last) != 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private long[] accepted(char c) {
    return accepting.getOrDefault(c, acceptingAnything);
  }

  private static void step(long[] state, long[] accepted) {
    long carry = 1;
    for (int w = 0; w < state.length; w++) {
      long out = state[w] >>> (Long.SIZE - 1);
      state[w] = ((state[w] << 1) | carry) & accepted[w];
      carry = out;
    }
  }
}
