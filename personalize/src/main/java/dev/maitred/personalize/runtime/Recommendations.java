package dev.maitred.personalize.runtime;

import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.interactions.Dictionary;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import java.time.Clock;
import java.util.UUID;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.GetActionRecommendationsRequest;
import software.amazon.awssdk.services.personalizeruntime.model.GetActionRecommendationsResponse;
import software.amazon.awssdk.services.personalizeruntime.model.GetPersonalizedRankingRequest;
import software.amazon.awssdk.services.personalizeruntime.model.GetPersonalizedRankingResponse;
import software.amazon.awssdk.services.personalizeruntime.model.GetRecommendationsRequest;
import software.amazon.awssdk.services.personalizeruntime.model.GetRecommendationsResponse;

/** The operations of the service {@code personalize-runtime}. */
public final class Recommendations implements PersonalizeRuntimeClient {
  private final Deployments deployments;
  private final Queries queries;

  public Recommendations(Deployments deployments, EventLog log, Clock clock) {
    this.deployments = deployments;
    this.queries = new Queries(log, clock);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public GetRecommendationsResponse getRecommendations(GetRecommendationsRequest in) {
    Arguments.check(in);
    Deployment deployment = deployments.of(in.campaignArn());
    Arguments.check(in, deployment.recipe());
    Ranking ranking = deployment.recommender().recommend(query(in, deployment));
    Dictionary ids = deployment.model().items();
    return GetRecommendationsResponse.builder()
        .itemList(
            deployment.tellsReasons()
                ? Answers.itemsWithReasons(ranking, ids)
                : Answers.items(ranking, ids))
        .recommendationId(recommendationId())
        .build();
  }

  private Query query(GetRecommendationsRequest in, Deployment deployment) {
    Recipe recipe = deployment.recipe();
    int limit = Arguments.limit(in);
    return switch (recipe.type()) {
      case USER_PERSONALIZATION -> queries.ofUser(deployment, in.userId(), limit, in.context());
      case POPULAR_ITEMS -> Query.ofHistory(new int[0], limit);
      case RELATED_ITEMS -> queries.ofItem(deployment, in.itemId(), limit);
      case PERSONALIZED_RANKING, USER_SEGMENTATION, PERSONALIZED_ACTIONS ->
          throw new IllegalArgumentException("no GetRecommendations of " + recipe.name());
    };
  }

  @Override
  public GetPersonalizedRankingResponse getPersonalizedRanking(GetPersonalizedRankingRequest in) {
    Arguments.check(in);
    Deployment deployment = deployments.of(in.campaignArn());
    Arguments.check(in, deployment.recipe());
    Dictionary items = deployment.model().items();
    Query query =
        queries.ofList(
            deployment, in.userId(), Answers.numbers(in.inputList(), items), in.context());
    Ranking ranking = deployment.recommender().recommend(query);
    return GetPersonalizedRankingResponse.builder()
        .personalizedRanking(Answers.ranked(in.inputList(), ranking, items))
        .recommendationId(recommendationId())
        .build();
  }

  @Override
  public GetActionRecommendationsResponse getActionRecommendations(
      GetActionRecommendationsRequest in) {
    Arguments.check(in);
    Deployment deployment = deployments.of(in.campaignArn());
    Arguments.check(in, deployment.recipe());
    Query query = queries.ofActions(deployment, in.userId(), Arguments.limit(in));
    Ranking ranking = deployment.recommender().recommend(query);
    return GetActionRecommendationsResponse.builder()
        .actionList(Answers.actions(ranking, deployment.model().actions()))
        .recommendationId(recommendationId())
        .build();
  }

  private static String recommendationId() {
    return "RID-" + UUID.randomUUID();
  }
}
