package dev.maitred.recommend;

import java.util.List;

/**
 * An answer: items, best first; of {@link RecipeType#USER_SEGMENTATION} users, of {@link
 * RecipeType#PERSONALIZED_ACTIONS} actions.
 *
 * @param items item numbers, each once
 * @param scores for each item its share of the whole catalogue's probability, exp(s) / Σ exp(s)
 *     over all trained items whether or not they pass the filter, or over the list to be put in
 *     order, or, in a catalogue of more than 20,000 items of which only some are scored, over
 *     these, which all pass it; for each action its propensity, 0 to 1, and 0 where there is none;
 *     empty if the recipe has no scores
 * @param reasons for each item why it is there; empty if nothing is to be told of any
 */
public record Ranking(int[] items, float[] scores, List<Reason> reasons) {

  /** Why an item is in an answer, where the answer tells (GetRecommendations, {@code reason}). */
  public enum Reason {
    /** It is what the model found best; nothing is told. */
    NONE,
    /** Little is known of it and it is tried out. */
    EXPLORATION,
    /** It fills up the list because it is popular. */
    POPULAR
  }

  public Ranking {
    if (scores.length != 0 && scores.length != items.length) {
      throw new IllegalArgumentException("scores must be none or one for each item");
    }
    if (!reasons.isEmpty() && reasons.size() != items.length) {
      throw new IllegalArgumentException("reasons must be none or one for each item");
    }
    reasons = List.copyOf(reasons);
  }

  /** A ranking that tells no reasons. */
  public Ranking(int[] items, float[] scores) {
    this(items, scores, List.of());
  }

  /** A ranking without scores. */
  public static Ranking unscored(int[] items) {
    return new Ranking(items, new float[0]);
  }

  /** The same without scores. */
  public Ranking withoutScores() {
    return new Ranking(items, new float[0], reasons);
  }

  /** Number of items. */
  public int size() {
    return items.length;
  }

  /** Whether there is a score for each item. */
  public boolean scored() {
    return scores.length == items.length && items.length > 0;
  }

  /** Why the item at a place is there. */
  public Reason reason(int place) {
    return reasons.isEmpty() ? Reason.NONE : reasons.get(place);
  }
}
