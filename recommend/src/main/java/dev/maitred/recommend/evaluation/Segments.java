package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.Trial;
import dev.maitred.recommend.kernel.Shards;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The measurement of recipes that answer users: the oldest four fifths of each user's events train,
 * and the model is asked for the users of every item among the newest fifths that trains, too. K is
 * one in a hundred users, rounded up.
 *
 * <ul>
 *   <li>{@code coverage}: distinct users among all answers, as a share of all users;
 *   <li>{@code hit_at_k}: how many of the top K are true users, a mean over the segments;
 *   <li>{@code recall_at_k}: the share of the true users who are among the top K, as well.
 * </ul>
 *
 * @param training the oldest four fifths of each user's events
 * @param segments what the model is asked, and who the right users are
 */
public record Segments(TrainingData training, List<Segment> segments) implements EstimatingTrial {

  /**
   * One question.
   *
   * @param query what the model is asked; its limit does not count
   * @param users who is right, ascending; at least one
   */
  public record Segment(Query query, int[] users) {}

  public Segments {
    segments = List.copyOf(segments);
  }

  static Optional<Trial> trial(TrainingData data, Settings settings) {
    TrainingData training = data.oldest(user -> kept(data.events().events(user)));
    var known = new BitSet();
    IntStream.of(training.events().item()).forEach(known::set);
    UserLists users = usersOfItems(data.events());
    List<Segment> segments =
        known.stream()
            .mapToObj(item -> new Segment(Query.ofItem(item, 0), users.of(item)))
            .filter(segment -> segment.users().length > 0)
            .toList();
    return segments.isEmpty() ? Optional.empty() : Optional.of(new Segments(training, segments));
  }

  /** How many of a user's events train: four fifths, and a single one always. */
  public static int kept(int events) {
    return (int) Math.ceil(0.8 * events);
  }

  @Override
  public Map<String, Estimate> estimates(Recommender model, Progress progress) {
    int users = training.events().users();
    int top = Math.ceilDiv(users, 100);
    var seen = new BitSet();
    var hits = new double[segments.size()];
    var recall = new double[segments.size()];
    Shards.forEach(
        hits.length,
        progress,
        at -> {
          int[] right = segments.get(at).users();
          int[] answer = model.recommend(segments.get(at).query().first(top)).items();
          hits[at] =
              IntStream.of(answer).filter(user -> Arrays.binarySearch(right, user) >= 0).count();
          recall[at] = hits[at] / right.length;
          synchronized (seen) {
            IntStream.of(answer).forEach(seen::set);
          }
        });
    int[] each = IntStream.range(0, hits.length).toArray();
    var metrics = new LinkedHashMap<String, Estimate>();
    metrics.put("coverage", Estimate.of(seen.cardinality() / (double) users));
    metrics.put("hit_at_k", Estimate.over(hits, each));
    metrics.put("recall_at_k", Estimate.over(recall, each));
    return metrics;
  }

  /** Who had each item among the newest fifth of their events. */
  private static UserLists usersOfItems(Interactions data) {
    var users = new UserLists(data.items());
    for (int user = 0; user < data.users(); user++) {
      int first = data.firstEvent()[user] + kept(data.events(user));
      for (int event = first; event < data.firstEvent()[user + 1]; event++) {
        users.add(data.item()[event], user);
      }
    }
    return users;
  }
}
