package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.Trial;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The measurement of recipes that put a given list in order: for each test user of {@link
 * PersonalizeSplit} the list is the truth and the hundred most popular other items that the user
 * had not (the guide does not say which list AWS takes), in the order of their numbers.
 *
 * @param training the events of the training users
 * @param cases the test users
 * @param popular the items of the training users, most popular first
 */
record GivenLists(TrainingData training, List<Case> cases, int[] popular)
    implements EstimatingTrial {

  private static final int OTHERS = 100;

  static Optional<Trial> trial(TrainingData data, Settings settings) {
    var split = PersonalizeSplit.of(data.events(), settings.seed());
    return split.cases().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GivenLists(
                data.with(split.training()), split.cases(), byPopularity(split.training())));
  }

  @Override
  public Map<String, Estimate> estimates(Recommender model, Progress progress) {
    return RankedLists.estimates(
        model, cases, user -> Query.ofList(user.input(), list(user)), progress);
  }

  private int[] list(Case user) {
    BitSet truth = Ranks.set(user.truth());
    BitSet had = Ranks.set(user.input());
    had.or(truth);
    IntStream.of(popular).filter(item -> !had.get(item)).limit(OTHERS).forEach(truth::set);
    return truth.stream().toArray();
  }

  private static int[] byPopularity(Interactions data) {
    int[] events = data.eventsOfItems();
    return IntStream.range(0, events.length)
        .filter(item -> events[item] > 0)
        .boxed()
        .sorted((a, b) -> events[b] != events[a] ? events[b] - events[a] : a - b)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
