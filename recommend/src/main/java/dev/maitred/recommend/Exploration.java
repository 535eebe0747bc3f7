package dev.maitred.recommend;

/**
 * How an answer tries out items of which little is known (user-personalization recipe, {@code
 * explorationWeight} and {@code explorationItemAgeCutOff}).
 *
 * @param weight 0 to keep to what is known, 1 to try out as much as possible
 * @param ageCutOffDays only items that came up at most so many days before {@code now} are tried
 *     out
 * @param now the time, in seconds since 1970-01-01T00:00Z
 * @param seed of the chance in one answer: the same seed gives the same answer
 */
public record Exploration(double weight, double ageCutOffDays, long now, long seed) {

  public Exploration {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("the weight must be between 0 and 1");
    }
  }
}
