package dev.maitred.recommend;

/**
 * How much more than likeness counts (campaign configuration, {@code rankingInfluence}).
 *
 * @param popularity 0 for not at all, 1 for as much as likeness
 * @param freshness 0 for not at all, 1 for as much as likeness
 */
public record RankingInfluence(double popularity, double freshness) {

  /** Likeness alone. */
  public static final RankingInfluence NONE = new RankingInfluence(0, 0);

  public RankingInfluence {
    if (!(popularity >= 0 && popularity <= 1 && freshness >= 0 && freshness <= 1)) {
      throw new IllegalArgumentException("influences must be between 0 and 1");
    }
  }
}
