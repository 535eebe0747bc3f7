package dev.maitred.recommend.linear;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A trained model of what follows what: the score of item i after a history is Σ w(k) · B(k)[x(k),
 * i], where x(k) is the item k events ago, w(k) its weight and B(k) the matrix of the window that k
 * lies in.
 *
 * @param name the component's name in explanations
 * @param windows what it looks at
 */
public record Transitions(String name, List<Window> windows) implements HistoryModel {

  /** What tells it apart in a model file. */
  static final int KIND = 0;

  /**
   * A stretch of the recent past that shares one matrix.
   *
   * @param from its nearest event: 1 is the last event
   * @param weights the weight of each event, nearest first
   * @param rows for each item what it leads to
   */
  public record Window(int from, float[] weights, SparseRows rows) {}

  public Transitions {
    windows = List.copyOf(windows);
  }

  /**
   * The matrix of the only window, read so that events count otherwise.
   *
   * @param weights the weight of each event, nearest first
   */
  public Transitions remembering(float[] weights) {
    return new Transitions(name, List.of(new Window(1, weights, windows.getFirst().rows())));
  }

  @Override
  public void addTo(int[] history, Sums sums) {
    for (Window window : windows) {
      for (int at = 0; at < window.weights().length; at++) {
        int event = history.length - window.from() - at;
        if (event >= 0) {
          window.rows().addTo(sums, history[event], window.weights()[at]);
        }
      }
    }
  }

  @Override
  public float[] parts(int[] history, int item) {
    var parts = new float[history.length];
    for (Window window : windows) {
      for (int at = 0; at < window.weights().length; at++) {
        int event = history.length - window.from() - at;
        if (event >= 0) {
          parts[event] += window.weights()[at] * window.rows().at(history[event], item);
        }
      }
    }
    return parts;
  }

  @Override
  public void write(ModelWriter out) {
    out.putInt(KIND);
    out.putText(name);
    out.putInt(windows.size());
    for (Window window : windows) {
      out.putInt(window.from());
      out.putFloats(window.weights());
      window.rows().write(out);
    }
  }

  /** Reads what {@link #write} wrote after its kind. */
  static Transitions read(ModelReader in) {
    String name = in.getText();
    var windows =
        IntStream.range(0, in.getInt())
            .mapToObj(at -> new Window(in.getInt(), in.getFloats(), SparseRows.read(in)))
            .toList();
    return new Transitions(name, windows);
  }
}
