package dev.maitred.recommend.linear;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of SᵀS and SᵀT of {@link SequenceRidge} for the items of a {@link Head}, computed
 * without ever making S.
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

  private final Head head;

  /** For each event the number of its item in the head. */
  private final int[] number;

  private final Occurrences places;
  private final List<Lags> windows;
  private final int reach;

  /** For two windows and q − p + reach: the sum for each number of events left, up to reach. */
  private final float[][][][] meeting;

  WindowMoments(Interactions data, Head head, List<Lags> windows) {
    this.head = head;
    this.number = head.numbers(data);
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

  /** A row of SᵀS up to its diagonal; what comes after is not to be read. */
  void inputs(int row, float[] into) {
    Arrays.fill(into, 0);
    int window = row / head.size();
    int wanted = head.items()[row % head.size()];
    for (int at = places.first()[wanted]; at < places.first()[wanted + 1]; at++) {
      int event = places.event()[at];
      int from = Math.max(places.start()[event], event - reach);
      int to = Math.min(places.end()[event], event + reach + 1);
      for (int other = 0; other <= window; other++) {
        meet(meeting[window][other], event, from, to, other * head.size(), into);
      }
    }
  }

  private void meet(float[][] sums, int event, int from, int to, int column, float[] into) {
    int end = places.end()[event];
    for (int place = from; place < to; place++) {
      if (number[place] != Head.OUTSIDE) {
        int left = Math.min(reach, end - 1 - Math.max(event, place));
        float[] byLeft = sums[place - event + reach];
        into[column + number[place]] += byLeft[left];
      }
    }
  }

  /** A row of SᵀT. */
  void outputs(int row, float[] into) {
    Arrays.fill(into, 0);
    Lags window = windows.get(row / head.size());
    int wanted = head.items()[row % head.size()];
    for (int at = places.first()[wanted]; at < places.first()[wanted + 1]; at++) {
      int event = places.event()[at];
      int end = Math.min(places.end()[event], event + window.last() + 1);
      for (int next = event + window.from(); next < end; next++) {
        if (number[next] != Head.OUTSIDE) {
          into[number[next]] += window.weights()[next - event - window.from()];
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
