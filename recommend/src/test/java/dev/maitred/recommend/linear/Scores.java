package dev.maitred.recommend.linear;

/** The scores of every item, as tests compare them. */
public final class Scores {

  private Scores() {}

  /** After a history of a model that knows that many items. */
  public static float[] of(HistoryModel model, int items, int... history) {
    var sums = new Sums(items);
    var few = new Few();
    model.addTo(history, sums);
    sums.take(few);
    var scores = new float[items];
    for (int at = 0; at < few.size(); at++) {
      scores[few.items()[at]] = few.values()[at];
    }
    return scores;
  }
}
