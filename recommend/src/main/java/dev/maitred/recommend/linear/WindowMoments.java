package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of SᵀS and SᵀT of {@link SequenceRidge}, computed without ever making S.
 *
 * <p>An item at place p and one at place q of the same user meet in the windows of every later
 * event t; what they add up to, Σ w(t−p)·w'(t−q), depends only on q − p and on how many events are
 * left after the later of the two, so it is looked up. That turns the square of the windows'
 * lengths into their sum for each event.
 */
final class WindowMoments {

  /** A window: its nearest event and its weights, nearest first. */
  record Lags(int from, float[] weights) {

    float at(int lag) {
      int place = lag - from;
      return place >= 0 && place < weights.length ? weights[place] : 0;
    }

    int last() {
      return from + weights.length - 1;
    }
  }

  private final int items;

  /** The item of each event. */
  private final int[] item;

  private final Occurrences places;
  private final List<Lags> windows;
  private final int reach;

  /** For two windows and q − p + reach: the sum for each number of events left, up to reach. */
  private final float[][][][] meeting;

  WindowMoments(Interactions data, List<Lags> windows) {
    this.items = data.items();
    this.item = data.item();
    this.places = Occurrences.of(data);
    this.windows = windows;
    this.reach = windows.stream().mapToInt(Lags::last).max().orElse(0);
    this.meeting = new float[windows.size()][windows.size()][2 * reach + 1][];
    for (int one = 0; one < windows.size(); one++) {
      for (int other = 0; other < windows.size(); other++) {
        for (int gap = -reach; gap <= reach; gap++) {
          meeting[one][other][gap + reach] = met(windows.get(one), windows.get(other), gap);
        }
      }
    }
  }

  /** Takes what is added up, place by place. */
  @FunctionalInterface
  interface Accumulator {
    void add(int column, float value);
  }

  /** A row of SᵀS up to its diagonal; what comes after is not to be read. */
  void inputs(int row, float[] into) {
    Arrays.fill(into, 0);
    inputs(row, (column, value) -> into[column] += value);
  }

  /** What a row of SᵀS adds up from; columns after its diagonal are not to be read. */
  void inputs(int row, Accumulator into) {
    int window = row / items;
    int wanted = row % items;
    for (int at = places.first()[wanted]; at < places.first()[wanted + 1]; at++) {
      int event = places.event()[at];
      int from = Math.max(places.start()[event], event - reach);
      int to = Math.min(places.end()[event], event + reach + 1);
      for (int other = 0; other <= window; other++) {
        meet(meeting[window][other], event, from, to, other * items, into);
      }
    }
  }

  private void meet(float[][] sums, int event, int from, int to, int column, Accumulator into) {
    int end = places.end()[event];
    for (int place = from; place < to; place++) {
      int left = Math.min(reach, end - 1 - Math.max(event, place));
      float[] byLeft = sums[place - event + reach];
      into.add(column + item[place], byLeft[left]);
    }
  }

  /** A row of SᵀT. */
  void outputs(int row, float[] into) {
    Arrays.fill(into, 0);
    Lags window = windows.get(row / items);
    int wanted = row % items;
    for (int at = places.first()[wanted]; at < places.first()[wanted + 1]; at++) {
      int event = places.event()[at];
      int end = Math.min(places.end()[event], event + window.last() + 1);
      for (int next = event + window.from(); next < end; next++) {
        into[item[next]] += window.weights()[next - event - window.from()];
      }
    }
  }

  /** A column of SᵀT: what of the inputs comes before an item. */
  void inputsOf(int column, Accumulator into) {
    for (int at = places.first()[column]; at < places.first()[column + 1]; at++) {
      int event = places.event()[at];
      for (int window = 0; window < windows.size(); window++) {
        Lags lags = windows.get(window);
        int first = Math.max(places.start()[event], event - lags.last());
        for (int before = first; before <= event - lags.from(); before++) {
          into.add(window * items + item[before], lags.at(event - before));
        }
      }
    }
  }

  /** Σ over k of one(k)·other(k − gap), for k up to 0, 1, … reach events after the later place. */
  private float[] met(Lags one, Lags other, int gap) {
    var sums = new float[reach + 1];
    int later = Math.max(0, gap);
    for (int left = 1; left <= reach; left++) {
      int lag = later + left;
      sums[left] = sums[left - 1] + one.at(lag) * other.at(lag - gap);
    }
    return sums;
  }
}
