package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How much likelier an item is for those of whom something is known than for all: the mean over the
 * known values v, such as {@code GENDER} F or {@code DEVICE} phone, of log((n(item, v) + d · p) /
 * ((n(v) + d) · p)), where n counts events, p is the item's share of all events and d a doubt of
 * some events. It counts twice: as it is, and times {@link Asked#newness}.
 *
 * @param items number of items
 * @param ofUsers for each column and value of users, the lift of every item
 * @param ofRequests for each column and value of requests, the lift of every item
 */
record Lift(
    int items,
    SortedMap<String, SortedMap<String, float[]>> ofUsers,
    SortedMap<String, SortedMap<String, float[]>> ofRequests)
    implements Component {

  static final String NAME = "lift";

  private static final double DOUBT = 50;

  /** Columns with more values tell little of each. */
  private static final int MOST_VALUES = 50;

  /** Numbers kept of all columns together, 200 MB. */
  private static final long MOST_NUMBERS = 50_000_000L;

  static Lift of(TrainingData data) {
    Interactions events = data.events();
    var user = new int[events.events()];
    for (int at = 0; at < events.users(); at++) {
      Arrays.fill(user, events.firstEvent()[at], events.firstEvent()[at + 1], at);
    }
    var room = new long[] {MOST_NUMBERS / Math.max(1, events.items())};
    int[] itself = IntStream.range(0, events.events()).toArray();
    return new Lift(
        events.items(),
        count(events, data.users(), user, room),
        count(events, events.requestContext(), itself, room));
  }

  /** Whether there is a column to count. */
  static boolean tells(TrainingData data) {
    return tells(data.users()) || tells(data.events().requestContext());
  }

  private static boolean tells(Features features) {
    return features.ofKind(Features.Categories.class).stream().anyMatch(Lift::tells);
  }

  private static boolean tells(Features.Categories column) {
    return column.words().size() > 1 && column.words().size() <= MOST_VALUES;
  }

  private static SortedMap<String, SortedMap<String, float[]>> count(
      Interactions events, Features features, int[] row, long[] room) {
    var values = new TreeMap<String, SortedMap<String, float[]>>();
    for (Features.Categories column : features.ofKind(Features.Categories.class)) {
      if (tells(column) && column.words().size() <= room[0]) {
        room[0] -= column.words().size();
        values.put(column.name(), lifts(events, column, row));
      }
    }
    return values;
  }

  private static SortedMap<String, float[]> lifts(
      Interactions events, Features.Categories column, int[] row) {
    var count = new float[column.words().size()][events.items()];
    int[] all = events.eventsOfItems();
    var ofValue = new double[count.length];
    for (int event = 0; event < events.events(); event++) {
      for (int at = column.first()[row[event]]; at < column.first()[row[event] + 1]; at++) {
        count[column.word()[at]][events.item()[event]]++;
        ofValue[column.word()[at]]++;
      }
    }
    var lifts = new TreeMap<String, float[]>();
    for (int value = 0; value < count.length; value++) {
      turnIntoLifts(count[value], ofValue[value], all, events.events());
      lifts.put(column.words().get(value), count[value]);
    }
    return lifts;
  }

  private static void turnIntoLifts(float[] count, double sum, int[] all, int events) {
    for (int item = 0; item < count.length; item++) {
      double share = all[item] / (double) events;
      count[item] =
          share > 0 ? (float) Math.log((count[item] + DOUBT * share) / ((sum + DOUBT) * share)) : 0;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int signals() {
    return 2;
  }

  @Override
  public double[] usual() {
    return new double[] {0, 1};
  }

  /** The lifts of the values that are known of who asks and of the request. */
  private List<float[]> known(Asked asked) {
    var known = new ArrayList<float[]>();
    add(ofUsers, asked.user(), known);
    add(ofRequests, asked.context(), known);
    return known;
  }

  private static void add(
      SortedMap<String, SortedMap<String, float[]>> columns,
      Map<String, String> told,
      List<float[]> known) {
    columns.forEach(
        (column, lifts) -> {
          String value = told.getOrDefault(column, "");
          Set<String> words = new HashSet<>(Features.Categories.split(value));
          lifts.forEach(
              (word, ofItems) -> {
                if (words.contains(word)) {
                  known.add(ofItems);
                }
              });
        });
  }

  /** Tells what the lifts add to the score of an item for who has no history. */
  void explainCold(Asked asked, int item, List<Part> parts) {
    explain(asked, item, new float[] {1, 0}, parts);
  }

  private static float mean(List<float[]> known, int item) {
    float sum = 0;
    for (float[] lifts : known) {
      sum += lifts[item];
    }
    return sum / Math.max(1, known.size());
  }

  @Override
  public Voice says(Asked asked, Scratch scratch) {
    return new Known(known(asked), asked.newness());
  }

  private record Known(List<float[]> known, float newness) implements Voice {

    @Override
    public void fill(int[] items, int from, int count, float[][] into) {
      for (int at = 0; at < count; at++) {
        into[0][at] = mean(known, items[from + at]);
        into[1][at] = newness * into[0][at];
      }
    }

    @Override
    public void addAll(float[] weights, int first, float[] scores) {
      float weight = (weights[first] + weights[first + 1] * newness) / Math.max(1, known.size());
      for (float[] lifts : known) {
        for (int item = 0; item < scores.length; item++) {
          scores[item] += weight * lifts[item];
        }
      }
    }
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    List<float[]> known = known(asked);
    if (!known.isEmpty()) {
      double weight = weights[0] + weights[1] * asked.newness();
      parts.add(new Part(name(), Explanation.NO_EVENT, weight * mean(known, item)));
    }
  }

  @Override
  public void write(ModelWriter out) {
    out.putInt(items);
    write(ofUsers, out);
    write(ofRequests, out);
  }

  private static void write(
      SortedMap<String, SortedMap<String, float[]>> columns, ModelWriter out) {
    out.putInt(columns.size());
    columns.forEach(
        (column, lifts) -> {
          out.putText(column);
          out.putInt(lifts.size());
          lifts.forEach(
              (word, ofItems) -> {
                out.putText(word);
                out.putFloats(ofItems);
              });
        });
  }

  static Lift read(ModelReader in) {
    return new Lift(in.getInt(), columns(in), columns(in));
  }

  private static SortedMap<String, SortedMap<String, float[]>> columns(ModelReader in) {
    var values = new TreeMap<String, SortedMap<String, float[]>>();
    for (int columns = in.getInt(); columns > 0; columns--) {
      String column = in.getText();
      var lifts = new TreeMap<String, float[]>();
      for (int words = in.getInt(); words > 0; words--) {
        String word = in.getText();
        lifts.put(word, in.getFloats());
      }
      values.put(column, lifts);
    }
    return values;
  }
}
