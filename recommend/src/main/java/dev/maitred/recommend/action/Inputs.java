package dev.maitred.recommend.action;

import dev.maitred.recommend.ActionHistory;
import dev.maitred.recommend.Actions.Outcome;
import dev.maitred.recommend.als.ItemFactors;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.Map;

/**
 * What a model of an action looks at: 1, the user's taste in items, what is known of the user, and
 * what the user did about this action and about all.
 *
 * @param factors gives the taste
 * @param columns what is known of users
 * @param periodDays an event about an action counts 1/e of a new one after so many days
 */
record Inputs(ItemFactors factors, UserColumns columns, int periodDays) {

  /** Where each kind of input begins in a vector, in order. */
  enum Kind {
    BASE,
    TASTE,
    USER,
    ACTIONS
  }

  private static final int OF_ACTIONS = 7;
  private static final double DAY = 86_400;

  /** A long history costs time and tells little more. */
  static final int LAST_ITEMS = 100;

  int size() {
    return from(Kind.ACTIONS) + OF_ACTIONS;
  }

  int from(Kind kind) {
    return switch (kind) {
      case BASE -> 0;
      case TASTE -> 1;
      case USER -> 1 + factors.rank();
      case ACTIONS -> 1 + factors.rank() + columns.size();
    };
  }

  int to(Kind kind) {
    return kind == Kind.ACTIONS ? size() : from(Kind.values()[kind.ordinal() + 1]);
  }

  /** The inputs that are the same for all actions; those of one action are still 0. */
  float[] ofUser(int[] history, Map<String, String> known) {
    int[] items =
        Arrays.stream(history).filter(item -> item >= 0 && item < factors.items()).toArray();
    int[] last = Arrays.copyOfRange(items, Math.max(0, items.length - LAST_ITEMS), items.length);
    var x = new float[size()];
    x[0] = 1;
    if (last.length > 0) {
      System.arraycopy(factors.taste(last).vector(), 0, x, from(Kind.TASTE), factors.rank());
    }
    columns.fill(known, x, from(Kind.USER));
    return x;
  }

  /** A copy with the inputs of one action. */
  float[] withAction(float[] ofUser, ActionHistory done, int action) {
    float[] x = ofUser.clone();
    int from = from(Kind.ACTIONS);
    for (int at = 0; at < done.action().length; at++) {
      boolean taken = done.outcome()[at] == Outcome.TAKEN;
      double age = Math.max(0, (double) done.now() - done.time()[at]) / (periodDays * DAY);
      x[from + (taken ? 5 : 6)]++;
      if (done.action()[at] == action) {
        x[from + done.outcome()[at].ordinal()]++;
        int recency = from + (taken ? 3 : 4);
        x[recency] = Math.max(x[recency], (float) Math.exp(-age));
      }
    }
    for (int at : new int[] {0, 1, 2, 5, 6}) {
      x[from + at] = (float) Math.log1p(x[from + at]);
    }
    return x;
  }

  void write(ModelWriter out) {
    factors.write(out);
    columns.write(out);
    out.putInt(periodDays);
  }

  static Inputs read(ModelReader in) {
    return new Inputs(ItemFactors.read(in), UserColumns.read(in), in.getInt());
  }
}
