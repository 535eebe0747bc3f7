package dev.maitred.recommend.blend;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.kernel.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Events held out to fit weights on: of each of some users the one to foresee, and all that came
 * after it.
 *
 * <p>Where many users come and go, all that happened lately is held out, as if the model were in
 * use since then: it has never met most of those who ask. Where the same users stay for long, that
 * would be too much of what there is to learn from; then the event to foresee is one of the last
 * few of any user. Either way it comes now early in a history and now late, like requests, and
 * whoever is not among these users is learnt from whole.
 *
 * @param training all other events
 * @param cases one for each of those users
 */
record HeldOut(TrainingData training, List<Case> cases) {

  /** Cases from which weights are learnt well enough. */
  private static final int MOST_CASES = 3_000;

  /** Cases times items: what components say of a case takes time in proportion to the items. */
  private static final long MOST_ITEMS = 300_000_000L;

  /** One case in so many shows only the last few events, as if the user were new. */
  private static final int ONE_NEW_USER_IN = 6;

  private static final int NEW_USER_EVENTS = 5;

  /** Of users who stay, the event to foresee is one of the last so many. */
  private static final int LAST = 4;

  /** The share of all events that may be missed while components learn. */
  private static final double MOST_HELD_OUT = 0.1;

  /**
   * One held-out event. Its context is not told, since requests come with one or without.
   *
   * @param asked who had it, after what; the history is never empty
   * @param next the item held out
   */
  record Case(Asked asked, int next) {}

  static HeldOut of(TrainingData all, long seed) {
    Interactions data = all.events();
    var random = new SplittableRandom(seed);
    int[] users = IntStream.range(0, data.users()).filter(u -> data.events(u) > 1).toArray();
    Draw.toFront(users, users.length, random);
    int most = (int) Math.clamp(MOST_ITEMS / Math.max(1, data.items()), 100, MOST_CASES);
    int count = Math.min(most, users.length);
    int[] latest = latest(data, users, count);
    int[] kept = beforeTheyEnded(data, latest);
    return data.events() - Arrays.stream(kept).sum() <= MOST_HELD_OUT * data.events()
        ? ofLately(all, latest, kept, random)
        : ofLastEvents(all, Arrays.copyOf(users, count), random);
  }

  /** Those of the users who were there last; of equals the first ones. */
  private static int[] latest(Interactions data, int[] users, int count) {
    return Arrays.stream(users)
        .boxed()
        .sorted(Comparator.comparingLong(user -> -data.ended(user)))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** For each user the number of events before the first of some users had their last. */
  private static int[] beforeTheyEnded(Interactions data, int[] some) {
    long time = Arrays.stream(some).mapToLong(data::ended).min().orElse(Long.MIN_VALUE);
    return IntStream.range(0, data.users()).map(user -> data.before(user, time)).toArray();
  }

  private static HeldOut ofLately(
      TrainingData all, int[] users, int[] kept, SplittableRandom random) {
    var cases = new ArrayList<Case>();
    for (int user : users) {
      int first = Math.max(1, kept[user]);
      int next = first + random.nextInt(all.events().events(user) - first);
      cases.add(cutShort(after(all, user, next), random));
    }
    return new HeldOut(all.oldest(user -> kept[user]), cases);
  }

  private static HeldOut ofLastEvents(TrainingData all, int[] users, SplittableRandom random) {
    Interactions data = all.events();
    int last = (double) LAST * users.length > MOST_HELD_OUT * data.events() ? 1 : LAST;
    var kept = new int[data.users()];
    Arrays.setAll(kept, data::events);
    var cases = new ArrayList<Case>();
    for (int user : users) {
      kept[user] -= 1 + random.nextInt(Math.min(last, kept[user] - 1));
      cases.add(cutShort(after(all, user, kept[user]), random));
    }
    return new HeldOut(all.oldest(user -> kept[user]), cases);
  }

  /** What came after so many events. */
  private static Case after(TrainingData all, int user, int events) {
    int[] history = all.events().history(user);
    return new Case(
        Asked.of(Arrays.copyOf(history, events)).by(all.users().row(user), Map.of()),
        history[events]);
  }

  private static Case cutShort(Case whole, SplittableRandom random) {
    if (random.nextInt(ONE_NEW_USER_IN) > 0) {
      return whole;
    }
    return new Case(whole.asked().last(1 + random.nextInt(NEW_USER_EVENTS)), whole.next());
  }
}
