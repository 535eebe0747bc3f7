package dev.maitred.recommend.als;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.dense.Matrix;
import java.util.SplittableRandom;

/** Invented histories: each user likes one of three kinds of items, and now and then another. */
final class Tastes {

  static final int USERS = 80;
  static final int ITEMS = 30;

  private Tastes() {}

  static Interactions some() {
    return of(numbered(ITEMS), USERS);
  }

  /** The score of every item after a history. */
  static float[] scores(ItemFactors model, int[] history) {
    Matrix taste = Matrix.of(model.taste(history).vector(), 1, model.rank());
    var scores = new float[model.items()];
    for (int item = 0; item < scores.length; item++) {
      scores[item] = model.scores(taste, item)[0];
    }
    return scores;
  }

  /** Item number 0 to n - 1, each its own. */
  static int[] numbered(int items) {
    var same = new int[items];
    for (int item = 0; item < items; item++) {
      same[item] = item;
    }
    return same;
  }

  /** The same histories with other numbers for the items. */
  static Interactions of(int[] numbers, int users) {
    var random = new SplittableRandom(7);
    var user = new int[users * 12];
    var item = new int[users * 12];
    var time = new long[users * 12];
    for (int at = 0; at < user.length; at++) {
      user[at] = at / 12;
      int kind = random.nextInt(5) == 0 ? random.nextInt(3) : user[at] % 3;
      item[at] = numbers[kind * 10 + (int) (10 * Math.pow(random.nextDouble(), 1.5))];
      time[at] = at;
    }
    return Interactions.of(users, numbers.length, user, item, time);
  }

  /** A random order of the numbers from 0 on. */
  static int[] shuffled(int count, long seed) {
    int[] order = numbered(count);
    var random = new SplittableRandom(seed);
    for (int at = count - 1; at > 0; at--) {
      int other = random.nextInt(at + 1);
      int kept = order[at];
      order[at] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
