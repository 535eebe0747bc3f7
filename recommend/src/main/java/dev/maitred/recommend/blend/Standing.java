package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import dev.maitred.recommend.popularity.Popularity;
import java.util.List;

/**
 * How items stand whoever asks: the logarithm of a count, over the items with any, with mean 0 and
 * standard deviation 1; 0 for items without. It counts twice: as it is, and times {@link
 * Asked#newness}, so that it can carry a new user and yet speak against hits for an old one.
 *
 * @param name the component's name in explanations
 * @param values one for each item
 */
record Standing(String name, float[] values) implements Component {

  static final String POPULARITY = "popularity";
  static final String RECENT_POPULARITY = "recent popularity";

  /** A recent event counts twice as much as one that is this share of all time older. */
  private static final double HALF_LIFE = 0.25;

  static Standing ofUsers(Popularity popularity) {
    var users = new double[popularity.items()];
    for (int item = 0; item < users.length; item++) {
      users[item] = popularity.users(item);
    }
    return of(POPULARITY, users);
  }

  /** Events count less the older they are: half for each quarter of the data's whole time. */
  static Standing ofRecentEvents(Interactions data) {
    long oldest = Long.MAX_VALUE;
    long newest = Long.MIN_VALUE;
    for (long time : data.time()) {
      oldest = Math.min(oldest, time);
      newest = Math.max(newest, time);
    }
    double halfLife = Math.max(1, HALF_LIFE * ((double) newest - oldest));
    var weight = new double[data.items()];
    for (int event = 0; event < data.events(); event++) {
      double age = (double) newest - data.time()[event];
      weight[data.item()[event]] += Math.pow(2, -age / halfLife);
    }
    return of(RECENT_POPULARITY, weight);
  }

  private static Standing of(String name, double[] counts) {
    int known = 0;
    double sum = 0;
    double squares = 0;
    for (double count : counts) {
      if (count > 0) {
        double log = Math.log1p(count);
        known++;
        sum += log;
        squares += log * log;
      }
    }
    double mean = sum / Math.max(1, known);
    double deviation = Math.sqrt(Math.max(0, squares / Math.max(1, known) - mean * mean));
    var values = new float[counts.length];
    for (int item = 0; item < counts.length; item++) {
      boolean tells = counts[item] > 0 && deviation > 1e-6;
      values[item] = tells ? (float) ((Math.log1p(counts[item]) - mean) / deviation) : 0;
    }
    return new Standing(name, values);
  }

  /** The weighed sum of the values of an item. */
  static float sum(List<Standing> standings, float[] weights, int item) {
    float sum = 0;
    for (int at = 0; at < weights.length; at++) {
      sum += weights[at] * standings.get(at).values()[item];
    }
    return sum;
  }

  @Override
  public int signals() {
    return 2;
  }

  @Override
  public double[] usual() {
    return new double[] {0, 0.5};
  }

  @Override
  public Voice says(Asked asked, Scratch scratch) {
    return new OfEach(values, asked.newness());
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    double weight = weights[0] + weights[1] * asked.newness();
    parts.add(new Part(name, Explanation.NO_EVENT, weight * values[item]));
  }

  @Override
  public void write(ModelWriter out) {
    out.putText(name);
    out.putFloats(values);
  }

  static Standing read(ModelReader in) {
    return new Standing(in.getText(), in.getFloats());
  }
}
