package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.Trial;
import dev.maitred.recommend.kernel.Shards;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
   * @param users who is right; at least one
   */
  public record Segment(Query query, BitSet users) {}

  public Segments {
    segments = List.copyOf(segments);
  }

  static Optional<Trial> trial(TrainingData data, Settings settings) {
    TrainingData training = data.oldest(user -> kept(data.events().events(user)));
    var known = new BitSet();
    IntStream.of(training.events().item()).forEach(known::set);
    List<Segment> segments =
        usersOfItems(data.events()).entrySet().stream()
            .filter(entry -> known.get(entry.getKey()))
            .map(entry -> new Segment(Query.ofItem(entry.getKey(), 0), entry.getValue()))
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
    var answers = new int[segments.size()][];
    Shards.forEach(
        answers.length,
        progress,
        at -> answers[at] = model.recommend(segments.get(at).query().first(top)).items());
    return of(answers, users);
  }

  private Map<String, Estimate> of(int[][] answers, int users) {
    var seen = new BitSet();
    var hits = new double[answers.length];
    var recall = new double[answers.length];
    for (int at = 0; at < answers.length; at++) {
      IntStream.of(answers[at]).forEach(seen::set);
      BitSet right = segments.get(at).users();
      hits[at] = IntStream.of(answers[at]).filter(right::get).count();
      recall[at] = hits[at] / right.cardinality();
    }
    int[] each = IntStream.range(0, answers.length).toArray();
    var metrics = new LinkedHashMap<String, Estimate>();
    metrics.put("coverage", Estimate.of(seen.cardinality() / (double) users));
    metrics.put("hit_at_k", Estimate.over(hits, each));
    metrics.put("recall_at_k", Estimate.over(recall, each));
    return metrics;
  }

  private static Map<Integer, BitSet> usersOfItems(Interactions data) {
    var users = new TreeMap<Integer, BitSet>();
    for (int user = 0; user < data.users(); user++) {
      int first = data.firstEvent()[user] + kept(data.events(user));
      for (int event = first; event < data.firstEvent()[user + 1]; event++) {
        users.computeIfAbsent(data.item()[event], item -> new BitSet()).set(user);
      }
    }
    return users;
  }
}
