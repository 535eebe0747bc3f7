package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.Trial;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measurement of {@code aws-item-attribute-affinity}: like {@link Segments}, but the model is
 * asked for the users of every word of every category of items; the right users are those with such
 * an item among their newest fifth.
 */
public final class AttributeSegments {

  private AttributeSegments() {}

  /** Holds back the newest fifth of each user's events. */
  public static Optional<Trial> trial(TrainingData data, Settings settings) {
    var training = data.oldest(user -> Segments.kept(data.events().events(user)));
    var segments = new ArrayList<Segments.Segment>();
    for (Categories column : data.items().ofKind(Categories.class)) {
      segments.addAll(segments(column, data.events(), training.events()));
    }
    return segments.isEmpty() ? Optional.empty() : Optional.of(new Segments(training, segments));
  }

  private static List<Segments.Segment> segments(
      Categories column, Interactions all, Interactions training) {
    var right = new UserLists(column.words().size());
    var known = new BitSet();
    for (int user = 0; user < all.users(); user++) {
      int held = all.firstEvent()[user] + training.events(user);
      for (int event = all.firstEvent()[user]; event < all.firstEvent()[user + 1]; event++) {
        for (int word : column.of(all.item()[event])) {
          if (event < held) {
            known.set(word);
          } else {
            right.add(word, user);
          }
        }
      }
    }
    var segments = new ArrayList<Segments.Segment>();
    for (int word = known.nextSetBit(0); word >= 0; word = known.nextSetBit(word + 1)) {
      int[] users = right.of(word);
      if (users.length > 0) {
        Query query = Query.ofAttributes(Map.of(column.name(), column.words().get(word)), 0);
        segments.add(new Segments.Segment(query, users));
      }
    }
    return segments;
  }
}
