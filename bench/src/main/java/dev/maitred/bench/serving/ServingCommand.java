package dev.maitred.bench.serving;

import dev.maitred.bench.Figures;
import dev.maitred.bench.Report;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.blend.Blend;
import dev.maitred.recommend.blend.Blend.Answer;
import dev.maitred.recommend.blend.MadeBlend;
import dev.maitred.recommend.emanet.UserState;
import dev.maitred.recommend.recipe.Recommenders;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times answers, loading and the update of a state, on made-up models. */
@Command(
    name = "serving",
    description = "Times answers of the blend, the loading of its file, and a state's update.",
    mixinStandardHelpOptions = true)
public final class ServingCommand implements Callable<Integer> {

  private static final int PLACES = 25;
  private static final int USERS = 200;
  private static final int LOADS = 9;
  private static final int UPDATES = 1_000_000;
  private static final int KEPT = 200;
  private static final long ENTRIES = 30_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Option(names = "--exact", description = "Catalogues answered exactly (${DEFAULT-VALUE}).")
  private List<Integer> exact = new ArrayList<>(List.of(3_416, 9_700));

  @Option(names = "--large", description = "Catalogues of many items (${DEFAULT-VALUE}).")
  private List<Integer> large = new ArrayList<>(List.of(100_000, 1_000_000));

  @Option(names = "--seconds", description = "How long answers are timed (${DEFAULT-VALUE}).")
  private int seconds = 5;

  @Override
  public Integer call() throws IOException {
    Report report = Report.begin("serving", "serving --seconds " + seconds);
    report.line("made-up models of all components; top %d, a filter passes half", PLACES);
    report.line(
        "%12s %8s %9s %9s %9s %9s %10s",
        "items", "history", "p50 ms", "p99 ms", "CPU ms", "rate/s", "recall");
    for (int items : exact) {
      Blend blend = MadeBlend.of(items, KEPT, Answer.CATALOGUE);
      answers(report, blend, queries(items, 165), "exact");
      if (items == exact.getFirst()) {
        state(report, blend);
      }
    }
    for (int items : large) {
      large(report, items);
    }
    report.end();
    return 0;
  }

  private void large(Report report, int items) throws IOException {
    int kept = (int) Math.min(KEPT, ENTRIES / items);
    Blend blend = MadeBlend.of(items, kept, Answer.CANDIDATES);
    Query[] queries = queries(items, 50);
    answers(report, blend, queries, "%.3f".formatted(Recall.of(blend, List.of(queries), PLACES)));
    Path folder = Files.createTempDirectory("serving");
    Path file = folder.resolve("model");
    try {
      blend.save(file);
      load(report, items, file, queries);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static Query[] queries(int items, int length) {
    var random = new SplittableRandom(3);
    return IntStream.range(0, USERS)
        .mapToObj(_ -> MadeBlend.history(items, length, random))
        .map(history -> Query.ofHistory(history, PLACES).where(item -> (item & 1) == 0))
        .toArray(Query[]::new);
  }

  private void answers(Report report, Recommender model, Query[] queries, String recall) {
    time(model, queries, seconds);
    long before = threads.getCurrentThreadCpuTime();
    long[] times = time(model, queries, seconds);
    double cpu = (threads.getCurrentThreadCpuTime() - before) / 1e6 / times.length;
    Figures figures = Figures.of(times);
    double rate = rate(model, queries);
    report.line(
        "%,12d %8d %9.3f %9.3f %9.3f %9.0f %10s",
        model.items(),
        queries[0].history().length,
        figures.millis(0.5),
        figures.millis(0.99),
        cpu,
        rate,
        recall);
  }

  private static long[] time(Recommender model, Query[] queries, int seconds) {
    var times = new long[1 << 20];
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    int count = 0;
    for (long start = System.nanoTime(); start < end && count < times.length; count++) {
      model.recommend(queries[count % queries.length]);
      long now = System.nanoTime();
      times[count] = now - start;
      start = now;
    }
    return Arrays.copyOf(times, count);
  }

  /** Rankings a second of all processors together. */
  private double rate(Recommender model, Query[] queries) {
    int processors = Runtime.getRuntime().availableProcessors();
    long begin = System.nanoTime();
    long count =
        IntStream.range(0, processors)
            .parallel()
            .mapToLong(_ -> time(model, queries, seconds).length)
            .sum();
    return count / ((System.nanoTime() - begin) / 1e9);
  }

  private void load(Report report, int items, Path file, Query[] queries) throws IOException {
    var times = new long[LOADS];
    var first = new long[LOADS];
    long cpu = 0;
    for (int round = 0; round < LOADS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      Recommender model = Recommenders.load(file);
      times[round] = System.nanoTime() - start;
      cpu = threads.getCurrentThreadCpuTime() - before;
      start = System.nanoTime();
      model.recommend(queries[round]);
      first[round] = System.nanoTime() - start;
    }
    report.line(
        "%,12d items: a file of %,d MB loads in %.0f ms (median of %d; %.0f ms of processor the"
            + " last time), its first answer takes %.1f ms",
        items,
        Files.size(file) >> 20,
        Figures.of(times).millis(0.5),
        LOADS,
        cpu / 1e6,
        Figures.of(first).millis(0.5));
    Recommender mapped = Recommenders.load(file);
    answers(report, mapped, queries, "mapped");
  }

  private static void state(Report report, Blend blend) {
    UserState state = MadeBlend.state(blend);
    int[] items = new SplittableRandom(1).ints(UPDATES, 0, blend.items()).toArray();
    long start = 0;
    for (int at = 0; at < UPDATES; at++) {
      if (at == UPDATES / 2) {
        start = System.nanoTime();
      }
      state = state.after(items[at]);
    }
    report.line(
        "a network's state takes in an event in %.2f µs",
        (System.nanoTime() - start) / (UPDATES / 2.0) / 1e3);
  }
}
