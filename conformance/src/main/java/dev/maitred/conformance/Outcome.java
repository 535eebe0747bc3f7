package dev.maitred.conformance;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of a suite.
 *
 * @param suite its name
 * @param met how many expectations were met, by kind, such as {@code accepted}
 * @param failures one sentence for each that was not
 */
public record Outcome(String suite, Map<String, Integer> met, List<String> failures) {

  /** Counts expectations while a suite runs. */
  public static final class Tally {
    private final Map<String, Integer> met = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    /** An expectation of this kind was met. */
    public void met(String kind) {
      met.merge(kind, 1, Integer::sum);
    }

    /** An expectation was not met. */
    public void failed(String sentence) {
      failures.add(sentence);
    }

    /** What became of the suite so far. */
    public Outcome outcome(String suite) {
      return new Outcome(suite, met, failures);
    }
  }

  public Outcome {
    met = Collections.unmodifiableMap(new LinkedHashMap<>(met));
    failures = List.copyOf(failures);
  }

  /** One line with the counts, then one for each failure. */
  public void print(PrintStream out) {
    String counts =
        met.entrySet().stream()
            .map(kind -> kind.getValue() + " " + kind.getKey())
            .collect(Collectors.joining(", "));
    out.println(suite + ": " + counts + ", " + failures.size() + " failed");
    failures.forEach(failure -> out.println("  " + suite + ": " + failure));
  }
}
