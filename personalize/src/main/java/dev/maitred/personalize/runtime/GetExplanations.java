package dev.maitred.personalize.runtime;

import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.permission.PersonalizeRuntimeOperations;
import dev.maitred.personalize.permission.Rows;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.wire.ExtraOperation;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /maitred/explanations/{campaignArn}}: why a campaign recommends what it recommends.
 *
 * <p>It requires what {@code GetRecommendations} of the campaign requires. Of the user {@code
 * userId} it explains the first {@code numResults} items (10 if it is not given, at most 100), or
 * only the item {@code itemId}, in a list or not. Of a campaign of related items, {@code itemId} is
 * what company is asked for, and {@code relatedItemId} the one item to explain.
 */
public final class GetExplanations {
  private static final int DEFAULT_LIMIT = 10;
  private static final int MOST = 100;

  private final Deployments deployments;
  private final Queries queries;
  private final Rows rows;

  public GetExplanations(Deployments deployments, EventLog log, Clock clock, Rows rows) {
    this.deployments = deployments;
    this.queries = new Queries(log, clock);
    this.rows = rows;
  }

  public ExtraOperation operation() {
    return new ExtraOperation(
        "GET",
        ExtraOperation.PREFIX + "explanations/{arn}",
        in -> PersonalizeRuntimeOperations.explanation(rows, arn(in)),
        this::answer);
  }

  private static String arn(ExtraOperation.Request in) {
    return in.labels().getOrDefault("arn", "");
  }

  private String answer(ExtraOperation.Request in) {
    Deployment deployment = deployments.of(arn(in));
    Recipe recipe = deployment.recipe();
    return switch (recipe.type()) {
      case USER_PERSONALIZATION, POPULAR_ITEMS, PERSONALIZED_RANKING -> ofUser(in, deployment);
      case RELATED_ITEMS -> ofItem(in, deployment);
      case USER_SEGMENTATION, PERSONALIZED_ACTIONS ->
          throw PersonalizeErrors.invalidInput(
              "Campaigns of the recipe %s are not explained.".formatted(recipe.name()));
    };
  }

  private String ofUser(ExtraOperation.Request in, Deployment deployment) {
    Optional<Integer> asked = number(in, "itemId", deployment);
    String user = parameter(in, "userId").orElse(null);
    RecipeType type = deployment.recipe().type();
    if (user == null && type != RecipeType.POPULAR_ITEMS) {
      throw missing("userId");
    }
    if (asked.isEmpty() && type == RecipeType.PERSONALIZED_RANKING) {
      throw missing("itemId");
    }
    Query query = queries.ofUser(deployment, user, limit(in), Map.of());
    return ExplanationAnswer.of(deployment, query, chosen(deployment, query, asked));
  }

  private String ofItem(ExtraOperation.Request in, Deployment deployment) {
    String item = parameter(in, "itemId").orElseThrow(() -> missing("itemId"));
    Query query = queries.ofItem(deployment, item, limit(in));
    return ExplanationAnswer.of(
        deployment, query, chosen(deployment, query, number(in, "relatedItemId", deployment)));
  }

  private static Ranking chosen(Deployment deployment, Query query, Optional<Integer> asked) {
    return asked
        .map(item -> Ranking.unscored(new int[] {item}))
        .orElseGet(() -> deployment.recommender().recommend(query));
  }

  private static Optional<Integer> number(
      ExtraOperation.Request in, String name, Deployment deployment) {
    Optional<String> id = parameter(in, name);
    return id.map(
        known -> {
          int number = deployment.model().items().number(known);
          if (number < 0) {
            throw PersonalizeErrors.invalidInput(
                "The %s %s is no item that the campaign's model knows.".formatted(name, known));
          }
          return number;
        });
  }

  private static int limit(ExtraOperation.Request in) {
    String text = parameter(in, "numResults").orElse(Integer.toString(DEFAULT_LIMIT));
    int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      throw PersonalizeErrors.invalidInput(
          "numResults is %s and must be a number from 1 to %d.".formatted(text, MOST));
    }
    return limit;
  }

  private static Optional<String> parameter(ExtraOperation.Request in, String name) {
    return Optional.ofNullable(in.query().get(name)).filter(value -> !value.isEmpty());
  }

  private static RuntimeException missing(String name) {
    return PersonalizeErrors.invalidInput(name + " is missing.");
  }
}
