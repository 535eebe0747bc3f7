package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Measurement;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.TrainingData;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measurement of recipes that answer items: the top 25 for the input of each test user of
 * {@link PersonalizeSplit}. For {@link RecipeType#RELATED_ITEMS} the last input item is the query.
 * Nothing that the user had is left out of the rankings, as the recipes answer.
 *
 * @param training the events of the training users
 * @param type what the model is asked for
 * @param cases the test users
 */
record ItemLists(TrainingData training, RecipeType type, List<Case> cases)
    implements EstimatingTrial {

  /** The measurement of one type of recipe. */
  static Measurement ofType(RecipeType type) {
    return (data, settings) -> {
      var split = PersonalizeSplit.of(data.events(), settings.seed());
      return split.cases().isEmpty()
          ? Optional.empty()
          : Optional.of(new ItemLists(data.with(split.training()), type, split.cases()));
    };
  }

  @Override
  public Map<String, Estimate> estimates(Recommender model, Progress progress) {
    return RankedLists.estimates(model, cases, this::query, progress);
  }

  private Query query(Case user) {
    int[] input = user.input();
    return type == RecipeType.RELATED_ITEMS
        ? Query.ofItem(input[input.length - 1], RankedLists.LENGTH)
        : Query.ofHistory(input, RankedLists.LENGTH);
  }
}
