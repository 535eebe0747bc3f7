package dev.maitred.recommend;

import java.util.List;

/**
 * Why an item has its place: parts whose values add up to the score that the item is ranked by.
 * (That score is the exponent of the softmax, not the probability that a {@link Ranking} shows.)
 *
 * @param item the item explained
 * @param score what the item is ranked by
 * @param parts what made the score; their values add up to it
 */
public record Explanation(int item, double score, List<Part> parts) {

  /** The {@link Part#event} of a part that no single event carries. */
  public static final int NO_EVENT = -1;

  /**
   * One reason.
   *
   * @param component the part of the model, such as {@code markov} or {@code popularity}
   * @param event the index in {@link Query#history} of the event that carries it, or {@link
   *     #NO_EVENT}
   * @param value what it adds; negative if it speaks against the item
   */
  public record Part(String component, int event, double value) {}

  public Explanation {
    parts = List.copyOf(parts);
  }

  /** An explanation whose score is the sum of its parts. */
  public static Explanation of(int item, List<Part> parts) {
    return new Explanation(item, parts.stream().mapToDouble(Part::value).sum(), parts);
  }
}
