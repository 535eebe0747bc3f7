package dev.maitred.recommend;

/**
 * An answer: items, best first.
 *
 * @param items item numbers, each once
 * @param scores for each item its share of the whole catalogue's probability, exp(s) / Σ exp(s)
 *     over all trained items whether or not they pass the filter; empty if the recipe has no scores
 */
public record Ranking(int[] items, float[] scores) {

  public Ranking {
    if (scores.length != 0 && scores.length != items.length) {
      throw new IllegalArgumentException("scores must be none or one for each item");
    }
  }

  /** A ranking without scores. */
  public static Ranking unscored(int[] items) {
    return new Ranking(items, new float[0]);
  }

  /** Number of items. */
  public int size() {
    return items.length;
  }

  /** Whether there is a score for each item. */
  public boolean scored() {
    return scores.length == items.length && items.length > 0;
  }
}
