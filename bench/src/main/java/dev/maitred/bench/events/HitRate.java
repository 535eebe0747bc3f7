package dev.maitred.bench.events;

import dev.maitred.bench.events.Clicks.Click;
import java.util.List;

/**
 * How often the next click is among the first answers.
 *
 * @param asked how many clicks were to be foreseen
 * @param hits how many were
 */
record HitRate(int asked, int hits) {
  static final int LIST = 20;

  static final HitRate NONE = new HitRate(0, 0);

  /** What answers, click by click. */
  interface Answers {

    /** The first answers after the first clicks of a session. */
    List<String> after(List<Click> clicks);
  }

  /** The same with the clicks of one more session, each but the first to be foreseen. */
  HitRate with(List<Click> session, Answers answers) {
    int foreseen = hits;
    for (int next = 1; next < session.size(); next++) {
      if (answers.after(session.subList(0, next)).contains(session.get(next).item())) {
        foreseen++;
      }
    }
    return new HitRate(asked + Math.max(0, session.size() - 1), foreseen);
  }

  double share() {
    return hits / (double) Math.max(1, asked);
  }
}
