package dev.maitred.personalize.runtime;

import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.recipe.Recipes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.GetPersonalizedRankingRequest;
import software.amazon.awssdk.services.personalizeruntime.model.GetPersonalizedRankingResponse;
import software.amazon.awssdk.services.personalizeruntime.model.GetRecommendationsRequest;
import software.amazon.awssdk.services.personalizeruntime.model.GetRecommendationsResponse;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

/** The operations of the service {@code personalize-runtime}. */
public final class Recommendations implements PersonalizeRuntimeClient {
  private final Deployments deployments;
  private final EventLog log;

  public Recommendations(Deployments deployments, EventLog log) {
    this.deployments = deployments;
    this.log = log;
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
    Recipe recipe = recipe(deployment);
    Arguments.check(in, recipe);
    Ranking ranking = deployment.model().recommender().recommend(query(in, recipe, deployment));
    return GetRecommendationsResponse.builder()
        .itemList(items(ranking, deployment))
        .recommendationId("RID-" + UUID.randomUUID())
        .build();
  }

  /** No recipe that ranks a given list is built; a campaign of another recipe can't do it. */
  @Override
  public GetPersonalizedRankingResponse getPersonalizedRanking(GetPersonalizedRankingRequest in) {
    throw PersonalizeErrors.invalidInput(
        "The campaign %s is of the recipe %s, which does not rank a given list of items."
            .formatted(in.campaignArn(), recipe(deployments.of(in.campaignArn())).name()));
  }

  private static Recipe recipe(Deployment deployment) {
    String name = deployment.model().recommender().recipe();
    return Recipes.named(name)
        .orElseThrow(() -> new IllegalStateException("a model of the recipe " + name));
  }

  private Query query(GetRecommendationsRequest in, Recipe recipe, Deployment deployment) {
    int limit = Arguments.limit(in);
    return switch (recipe.type()) {
      case USER_PERSONALIZATION -> Query.ofHistory(deployment.history(log, in.userId()), limit);
      case POPULAR_ITEMS -> Query.ofHistory(new int[0], limit);
      case PERSONALIZED_RANKING, USER_SEGMENTATION, PERSONALIZED_ACTIONS ->
          throw new IllegalArgumentException("no GetRecommendations of " + recipe.name());
      case RELATED_ITEMS -> Query.ofItem(deployment.model().items().number(in.itemId()), limit);
    };
  }

  private static List<PredictedItem> items(Ranking ranking, Deployment deployment) {
    List<PredictedItem> items = new ArrayList<>(ranking.size());
    for (int at = 0; at < ranking.size(); at++) {
      PredictedItem.Builder item =
          PredictedItem.builder().itemId(deployment.model().items().id(ranking.items()[at]));
      items.add(
          ranking.scored() ? item.score((double) ranking.scores()[at]).build() : item.build());
    }
    return items;
  }
}
