package dev.maitred.personalize.runtime;

import dev.maitred.personalize.campaign.ItemExploration;
import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.event.RecentEvent;
import dev.maitred.personalize.interactions.EventSelection;
import dev.maitred.personalize.training.TrainedModel;
import dev.maitred.recommend.RankingInfluence;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.recipe.Recipes;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a campaign serves.
 *
 * @param version the ARN of the solution version
 * @param dataset the ARN of the Interactions dataset that the users' events go to
 * @param selection the events that its solution looks at
 * @param exploration how it tries out new items, if it does
 * @param influence how much popularity and freshness count beside likeness
 * @param recommender who answers: the model, or what it has become by the events since
 */
record Deployment(
    String version,
    TrainedModel model,
    String dataset,
    EventSelection selection,
    Optional<ItemExploration> exploration,
    RankingInfluence influence,
    Recommender recommender) {

  private static final String REASONS = "aws-user-personalization-v2";

  /** The recipe that made the model. */
  Recipe recipe() {
    String name = model.recommender().recipe();
    return Recipes.named(name)
        .orElseThrow(() -> new IllegalStateException("a model of the recipe " + name));
  }

  /** Whether answers tell why items are in them (GetRecommendations, {@code reason}). */
  boolean tellsReasons() {
    return recommender.recipe().equals(REASONS);
  }

  /**
   * The items of a user, oldest first, in the model's numbering: what the training saw, then what
   * was streamed since. Items that the model does not know are left out.
   */
  int[] history(EventLog log, String user) {
    int[] trained = model.histories().of(model.users().number(user));
    int[] streamed =
        log.recent(dataset, user).stream()
            .filter(event -> event.number() > model.histories().lastEvent())
            .filter(event -> selection.selects(event.type(), event.value()))
            .map(RecentEvent::item)
            .mapToInt(model.items()::number)
            .filter(item -> item >= 0)
            .toArray();
    return streamed.length == 0
        ? trained
        : IntStream.concat(Arrays.stream(trained), Arrays.stream(streamed)).toArray();
  }
}
