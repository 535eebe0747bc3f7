package dev.maitred.recommend.blend;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.kernel.Draw;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The last event of every user who has two, held out to fit weights on.
 *
 * @param training the events before
 * @param cases some of the users, chosen by the seed
 */
record HeldOut(TrainingData training, List<Case> cases) {

  /** Cases from which weights are learnt well enough. */
  private static final int MOST_CASES = 3_000;

  /** Cases times items: what components say of a case takes time in proportion to the items. */
  private static final long MOST_ITEMS = 300_000_000L;

  /** One case in so many shows only the last few events, as if the user were new. */
  private static final int ONE_NEW_USER_IN = 6;

  private static final int NEW_USER_EVENTS = 5;

  /**
   * One held-out event. Its context is not told, since requests come with one or without.
   *
   * @param asked who had it, after what; the history is never empty
   * @param next the item held out
   */
  record Case(Asked asked, int next) {}

  static HeldOut of(TrainingData all, long seed) {
    Interactions data = all.events();
    int[] users = IntStream.range(0, data.users()).filter(u -> data.events(u) > 1).toArray();
    var random = new SplittableRandom(seed);
    int most = (int) Math.clamp(MOST_ITEMS / Math.max(1, data.items()), 100, MOST_CASES);
    Draw.toFront(users, Math.min(most, users.length), random);
    var cases =
        Arrays.stream(users)
            .limit(most)
            .mapToObj(user -> cutShort(lastOff(all, user), random))
            .toList();
    return new HeldOut(
        all.oldest(u -> Math.max(Math.min(data.events(u), 1), data.events(u) - 1)), cases);
  }

  private static Case lastOff(TrainingData all, int user) {
    Interactions data = all.events();
    int[] history = data.history(user);
    int last = history.length - 1;
    return new Case(
        Asked.of(Arrays.copyOf(history, last)).by(all.users().row(user), Map.of()), history[last]);
  }

  private static Case cutShort(Case whole, SplittableRandom random) {
    if (random.nextInt(ONE_NEW_USER_IN) > 0) {
      return whole;
    }
    return new Case(whole.asked().last(1 + random.nextInt(NEW_USER_EVENTS)), whole.next());
  }
}
