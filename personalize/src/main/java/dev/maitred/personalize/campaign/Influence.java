package dev.maitred.personalize.campaign;

import dev.maitred.recommend.RankingInfluence;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;
import software.amazon.awssdk.services.personalize.model.RankingInfluenceType;

/** How much popularity and freshness count in a campaign's answers. */
public final class Influence {
  private Influence() {}

  /** What a configuration says in {@code rankingInfluence}; what it leaves out does not count. */
  public static RankingInfluence of(@Nullable CampaignConfig config) {
    Map<RankingInfluenceType, Double> given = config == null ? Map.of() : config.rankingInfluence();
    return new RankingInfluence(
        given.getOrDefault(RankingInfluenceType.POPULARITY, 0.0),
        given.getOrDefault(RankingInfluenceType.FRESHNESS, 0.0));
  }
}
