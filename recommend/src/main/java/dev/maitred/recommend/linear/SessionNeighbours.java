package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Decay;
import dev.maitred.recommend.linear.Neighbourhood.Neighbour;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;

/**
 * The items of the past sessions that are most like the one at hand (V-SKNN: Ludewig and Jannach
 * 2018, Evaluation of Session-based Recommendation Algorithms, section 3.3): each neighbour votes
 * for its items by its similarity, the more for an item the nearer it lies to the latest item that
 * both share (as in STAN, Garg et al. 2019) and the rarer it is. Items after the shared one count
 * twice as much as those before it. A user's newest events are one session, so on long histories
 * these are neighbours in recent taste.
 */
public final class SessionNeighbours implements HistoryModel {

  /** Its name in explanations and progress. */
  public static final String NAME = "sessions";

  /** What tells it apart in a model file. */
  static final int KIND = 1;

  private static final double FADING = 0.8;
  private static final double BEFORE = 0.5;
  private static final double RARITY = 0.7;

  /** Rarities that many items share are computed once. */
  private static final int COUNTS = 1_024;

  /** By places from the shared item; a session has no more items. */
  private static final float[] NEARNESS = Decay.weights(PastSessions.LONGEST, FADING);

  private final PastSessions past;
  private final float[] rarity;

  private SessionNeighbours(PastSessions past) {
    this.past = past;
    this.rarity = new float[past.sessions().length];
    var ofCount = new float[COUNTS];
    for (int item = 0; item < rarity.length; item++) {
      int count = past.sessions()[item];
      if (count >= COUNTS) {
        rarity[item] = rarity(count);
      } else {
        ofCount[count] = ofCount[count] == 0 ? rarity(count) : ofCount[count];
        rarity[item] = ofCount[count];
      }
    }
  }

  /** Of an item that so many sessions have. */
  private float rarity(int sessions) {
    double share = (double) past.size() / (sessions + 1);
    return (float) Math.pow(Math.log(1 + share), RARITY);
  }

  /** Remembers sessions, in time proportional to the number of events. */
  public static SessionNeighbours train(Interactions data, Progress progress) {
    return new SessionNeighbours(PastSessions.of(data, Neighbourhood.SAMPLED, progress));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void addTo(int[] history, Sums sums) {
    for (Neighbour neighbour : Neighbourhood.of(history, past)) {
      int shared = past.placeIn(neighbour.session(), history[neighbour.latest()]);
      int end = past.first()[neighbour.session() + 1];
      int begin = past.first()[neighbour.session()];
      sums.expect(end - begin);
      for (int place = begin; place < end; place++) {
        sums.add(past.item()[place], neighbour.similarity() * voice(place, shared));
      }
    }
  }

  /** How strongly a neighbour speaks for the item at a place. */
  private float voice(int place, int shared) {
    float near =
        place >= shared
            ? NEARNESS[Math.max(0, place - shared - 1)]
            : (float) BEFORE * NEARNESS[shared - place - 1];
    return near * rarity[past.item()[place]];
  }

  @Override
  public float[] parts(int[] history, int item) {
    var parts = new float[history.length];
    for (Neighbour neighbour : Neighbourhood.of(history, past)) {
      int place = past.placeIn(neighbour.session(), item);
      if (place >= 0) {
        int shared = past.placeIn(neighbour.session(), history[neighbour.latest()]);
        addParts(history, neighbour.session(), voice(place, shared), parts);
      }
    }
    return parts;
  }

  private void addParts(int[] history, int session, float voice, float[] parts) {
    for (int event = 0; event < history.length; event++) {
      float weight = Neighbourhood.weight(history, event);
      if (weight > 0 && past.listed(session, history[event])) {
        parts[event] += weight * voice;
      }
    }
  }

  @Override
  public void write(ModelWriter out) {
    out.putInt(KIND);
    past.write(out);
  }

  /** Reads what {@link #write} wrote after its kind. */
  static SessionNeighbours read(ModelReader in) {
    return new SessionNeighbours(PastSessions.read(in));
  }
}
