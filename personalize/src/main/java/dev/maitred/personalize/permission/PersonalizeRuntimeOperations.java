package dev.maitred.personalize.permission;

import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalizeruntime.model.GetActionRecommendationsRequest;
import software.amazon.awssdk.services.personalizeruntime.model.GetPersonalizedRankingRequest;
import software.amazon.awssdk.services.personalizeruntime.model.GetRecommendationsRequest;

/** The table of the service {@code personalize-runtime}: each action is on what is asked. */
public final class PersonalizeRuntimeOperations {
  private PersonalizeRuntimeOperations() {}

  /** All rows, made by {@code rows}. */
  public static List<Row<?>> rows(Rows rows) {
    return List.of(
        recommendations(rows),
        rows.on(GetPersonalizedRankingRequest.class, in -> asked(in.campaignArn(), null)),
        rows.on(GetActionRecommendationsRequest.class, in -> asked(in.campaignArn(), null)));
  }

  /** What explaining the recommendations of a campaign requires: what asking for them does. */
  public static List<Requirement> explanation(Rows rows, String campaignArn) {
    return recommendations(rows)
        .requirements()
        .apply(GetRecommendationsRequest.builder().campaignArn(campaignArn).build());
  }

  private static Row<GetRecommendationsRequest> recommendations(Rows rows) {
    return rows.on(
        GetRecommendationsRequest.class, in -> asked(in.campaignArn(), in.recommenderArn()));
  }

  /** A request that names nothing is refused later, and until then stands for everything. */
  private static String asked(@Nullable String campaign, @Nullable String recommender) {
    if (campaign != null) {
      return campaign;
    }
    return recommender == null ? "*" : recommender;
  }
}
