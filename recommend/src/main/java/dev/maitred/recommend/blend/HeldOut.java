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
 * Events held out to fit weights on, one to foresee of each of some users.
 *
 * <p>Where what happened since the latest users came to their end is little, all of it is held out,
 * whoever had it: as if the model were in use since then. The event to foresee is any one of that
 * time, so it comes now early in a history and now late, like requests; held-out events may come
 * before it. Otherwise users drawn by chance lose one of their last few events, the one to foresee,
 * and what came after it; all others are learnt from whole.
 *
 * @param training what is learnt from
 * @param cases the events to foresee: those of the latest users first, which are most like the
 *     requests to come, or in an order of chance; who has no room for all takes the first ones
 */
record HeldOut(TrainingData training, List<Case> cases) {

  /** Cases from which weights are learnt well enough. */
  private static final int MOST_CASES = 3_000;

  /** Cases times items: what components say of a case takes time in proportion to the items. */
  private static final long MOST_ITEMS = 300_000_000L;

  /** One case in so many shows only the last few events, as if the user were new. */
  private static final int ONE_NEW_USER_IN = 6;

  private static final int NEW_USER_EVENTS = 5;

  /** Where not all of a time is held out, the event to foresee is one of the last so many. */
  private static final int LAST = 4;

  /** If more than this share of all events would be missed, only the last one of a user is. */
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

  /** Those of the users who were there last; of equals the first ones in the list. */
  private static int[] latest(Interactions data, int[] users, int count) {
    return Arrays.stream(users)
        .boxed()
        .sorted(Comparator.<Integer>comparingLong(data::lastTime).reversed())
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** For each user the number of events before the first of some users had their last. */
  private static int[] beforeTheyEnded(Interactions data, int[] some) {
    long time = Arrays.stream(some).mapToLong(data::lastTime).min().orElse(Long.MAX_VALUE);
    return IntStream.range(0, data.users()).map(user -> data.before(user, time)).toArray();
  }

  private static HeldOut ofLately(
      TrainingData all, int[] users, int[] kept, SplittableRandom random) {
    var cases = new ArrayList<Case>();
    for (int user : users) {
      int first = Math.max(1, kept[user]);
      int next = first + random.nextInt(all.events().events(user) - first);
      cases.add(foreseen(all, user, next, random));
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
      cases.add(foreseen(all, user, kept[user], random));
    }
    return new HeldOut(all.oldest(user -> kept[user]), cases);
  }

  /** One event of a user, to be foreseen from those before it or a few of them. */
  private static Case foreseen(TrainingData all, int user, int event, SplittableRandom random) {
    int[] history = all.events().history(user);
    Asked asked = Asked.of(Arrays.copyOf(history, event)).by(all.users().row(user), Map.of());
    boolean asNew = random.nextInt(ONE_NEW_USER_IN) == 0;
    return new Case(
        asNew ? asked.last(1 + random.nextInt(NEW_USER_EVENTS)) : asked, history[event]);
  }
}
