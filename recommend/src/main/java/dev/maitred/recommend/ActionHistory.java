package dev.maitred.recommend;

import dev.maitred.recommend.Actions.Outcome;

/**
 * What one user did about actions, and when the question is asked.
 *
 * @param action the action of each event, oldest first, in the model's numbering; numbers outside
 *     it are passed over
 * @param outcome what the user did
 * @param time when, in seconds since 1970-01-01T00:00Z
 * @param now the time of the question, in the same seconds
 */
public record ActionHistory(int[] action, Outcome[] outcome, long[] time, long now) {

  public ActionHistory {
    if (action.length != time.length || outcome.length != time.length) {
      throw new IllegalArgumentException("action, outcome and time must be of one length");
    }
  }

  /** A user who did nothing about any action so far. */
  public static ActionHistory none(long now) {
    return new ActionHistory(new int[0], new Outcome[0], new long[0], now);
  }
}
