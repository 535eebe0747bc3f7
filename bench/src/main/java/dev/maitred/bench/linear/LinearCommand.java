package dev.maitred.bench.linear;

import dev.maitred.bench.Figures;
import dev.maitred.bench.Report;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.dense.SymmetricSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The inverse of EASE and the system of the sequence ridge, next to OpenBLAS alone. */
@Command(
    name = "linear",
    description = "Solves the dense systems of EASE and the sequence ridge, next to OpenBLAS.",
    mixinStandardHelpOptions = true)
public final class LinearCommand implements Callable<Integer> {

  /** Inputs and outputs of a system; without outputs it is inverted. */
  private record Shape(String what, int size, int width) {}

  private static final float DIAGONAL = 20;

  @Option(names = "--items", description = "Catalogues to solve for (${DEFAULT-VALUE}).")
  private List<Integer> items = new ArrayList<>(List.of(3_416, 12_000));

  @Option(names = "--windows", description = "Windows of the ridge (${DEFAULT-VALUE}).")
  private int windows = 3;

  @Option(
      names = "--most",
      description = "Inputs of a ridge up to which it has all its windows (${DEFAULT-VALUE}).")
  private int most = 15_000;

  @Option(names = "--rounds", description = "Times each is solved, in turns (${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Override
  public Integer call() throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    Report report = Report.begin("linear", "linear --rounds " + rounds);
    report.line("medians of %d rounds in turns, %d threads each", rounds, threads);
    report.line("%-40s %10s %12s %8s %12s", "", "maitred s", "OpenBLAS s", "ratio", "difference");
    for (int count : items) {
      int blocks = windows * count <= most ? windows : 1;
      compare(new Shape("EASE: inverse", count, 0), threads, report);
      compare(new Shape("ridge, windows: " + blocks, blocks * count, count), threads, report);
    }
    report.end();
    return 0;
  }

  private void compare(Shape shape, int threads, Report report) {
    long[] ours = new long[rounds];
    long[] theirs = new long[rounds];
    double difference = 0;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      try (BareOpenBlas bare =
          BareOpenBlas.filled(
              shape.size(), shape.width(), LinearCommand::symmetric, LinearCommand::right)) {
        if (shape.width() == 0) {
          bare.invert(threads);
        } else {
          bare.solve(threads);
        }
        theirs[round] = System.nanoTime() - start;
        start = System.nanoTime();
        try (SymmetricSystem system = solve(shape)) {
          ours[round] = System.nanoTime() - start;
          difference = Math.max(difference, difference(shape, system, bare));
        }
      }
    }
    double mine = Figures.of(ours).medianSeconds();
    double peer = Figures.of(theirs).medianSeconds();
    report.line(
        "%-40s %10.2f %12.2f %8.2f %12.1e",
        String.format(
            Locale.ROOT, "%s, %,d x %,d", shape.what(), shape.size(), Math.max(1, shape.width())),
        mine,
        peer,
        mine / peer,
        difference);
  }

  private static SymmetricSystem solve(Shape shape) {
    return shape.width() == 0
        ? SymmetricSystem.inverse(shape.size(), LinearCommand::symmetric, Progress.none())
        : SymmetricSystem.solve(
            shape.size(),
            shape.width(),
            LinearCommand::symmetric,
            LinearCommand::right,
            Progress.none());
  }

  /** The largest difference in a few rows. */
  private static double difference(Shape shape, SymmetricSystem system, BareOpenBlas bare) {
    double largest = 0;
    for (int row = 0; row < shape.size(); row += shape.size() / 7) {
      float[] solution = system.solution(row);
      int end = shape.width() == 0 ? row + 1 : shape.width();
      for (int column = 0; column < end; column++) {
        float peer = shape.width() == 0 ? bare.inverse(row, column) : bare.solution(row, column);
        largest = Math.max(largest, Math.abs(solution[column] - peer));
      }
    }
    return largest;
  }

  /** Few and small entries beside a heavy diagonal, as co-occurrences with a ridge have. */
  private static void symmetric(int row, float[] into) {
    Arrays.fill(into, 0, row + 1, 0);
    for (int step = 1; step <= row; step += 1 + step / 3) {
      into[row - step] = 1f / (1 + step);
    }
    into[row] = DIAGONAL;
  }

  private static void right(int row, float[] into) {
    Arrays.fill(into, 0);
    for (int column = row % 97; column < into.length; column += 97) {
      into[column] = 1f / (1 + column % 13);
    }
  }
}
