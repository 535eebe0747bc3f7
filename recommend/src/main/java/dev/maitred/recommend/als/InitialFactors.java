package dev.maitred.recommend.als;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Random factors of items to begin with, of size 0.1 / √rank (Rendle et al. 2022, section 4.1).
 * They hang on who had an item, not on its number or the users' numbers: an item's chance begins
 * with a hash of how many other items its users had and how common those are, so that a catalogue
 * in another order is trained alike. Items that the hash can't tell apart take turns by number;
 * items that nobody had are zero.
 */
final class InitialFactors {

  private static final double SIZE = 0.1;

  private InitialFactors() {}

  static float[] draw(Preferences preferences, int rank, long seed) {
    long[] counts = new long[preferences.items()];
    Arrays.setAll(counts, item -> mixed(preferences.ofItems().length(item)));
    long[] ofUsers = sums(preferences.ofUsers(), counts);
    long[] hashes = apart(sums(preferences.ofItems(), ofUsers));
    var factors = new float[preferences.items() * rank];
    for (int item = 0; item < hashes.length; item++) {
      if (preferences.ofItems().length(item) > 0) {
        drawRow(factors, item * rank, rank, mixed(hashes[item] + seed));
      }
    }
    return factors;
  }

  private static void drawRow(float[] factors, int from, int rank, long seed) {
    var random = new SplittableRandom(seed);
    for (int at = from; at < from + rank; at++) {
      factors[at] = (float) (SIZE / Math.sqrt(rank) * random.nextGaussian());
    }
  }

  /** For each row a hash of the set of its entries, in whatever order. */
  private static long[] sums(Rows rows, long[] ofColumns) {
    var sums = new long[rows.count()];
    for (int row = 0; row < sums.length; row++) {
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        sums[row] += ofColumns[rows.column()[entry]];
      }
      sums[row] = mixed(sums[row]);
    }
    return sums;
  }

  private static long[] apart(long[] hashes) {
    int[] order =
        IntStream.range(0, hashes.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingLong(item -> hashes[item]))
            .mapToInt(Integer::intValue)
            .toArray();
    var distinct = hashes.clone();
    int equal = 0;
    for (int at = 1; at < order.length; at++) {
      equal = hashes[order[at]] == hashes[order[at - 1]] ? equal + 1 : 0;
      distinct[order[at]] = equal == 0 ? hashes[order[at]] : mixed(hashes[order[at]] + equal);
    }
    return distinct;
  }

  /** Stafford's variant 13 of the finalizer of MurmurHash3. */
  private static long mixed(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
