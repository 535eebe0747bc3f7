package dev.maitred.bench.als;

import dev.maitred.bench.Figures;
import dev.maitred.bench.Project;
import dev.maitred.bench.Report;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.als.ImplicitAls;
import dev.maitred.recommend.als.ItemFactors;
import dev.maitred.recommend.als.Preferences;
import dev.maitred.server.dataset.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains iALS in turns with Spark MLlib's ALS for implicit preferences. */
@Command(
    name = "als",
    description = "Trains iALS in turns with Spark MLlib's ALS on the same interactions.",
    mixinStandardHelpOptions = true)
public final class AlsCommand implements Callable<Integer> {
  private static final int GOAL = 15;
  private static final long SEED = 1;

  /** Threads of both. */
  private static final int THREADS = 2;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Interactions CSV (USER_ID,ITEM_ID,TIMESTAMP), plain or gzip; else invented.")
  private @Nullable Path file;

  @Option(names = "--events", description = "Interactions to invent.", defaultValue = "1000000")
  private int events;

  @Option(names = "--rank", defaultValue = "64", description = "Default: ${DEFAULT-VALUE}.")
  private int rank;

  @Option(names = "--iterations", defaultValue = "10", description = "Default: ${DEFAULT-VALUE}.")
  private int iterations;

  @Option(names = "--rounds", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  public Integer call() throws IOException {
    Report report = Report.begin("als", "als" + (file == null ? "" : " " + file));
    Interactions data =
        file == null ? Pairs.invented(events, SEED) : DataSet.read(file, SEED).data().events();
    report.line(
        "%,d users, %,d items, %,d interactions; rank %d, %d iterations, %d threads",
        data.users(), data.items(), data.events(), rank, iterations, THREADS);
    Path scratch = Project.scratch();
    Pairs.write(data, scratch.resolve("pairs.csv"));
    Optional<Spark> spark =
        Spark.start(
            scratch.resolve("pairs.csv"), rank, iterations, THREADS, scratch.resolve("spark.log"));
    if (spark.isPresent()) {
      try (Spark peer = spark.get()) {
        report.line("Spark: %s, %d blocks, Vector API on", peer.ready(), THREADS);
        compare(data, peer, report);
      }
    } else {
      report.line("Spark was not built: measured alone");
      report.line("first fit, not counted: %.2f s", fit(data));
      report.line("maitred %.2f s", fit(data));
    }
    foldIn(data, report);
    report.end();
    return 0;
  }

  private void compare(Interactions data, Spark spark, Report report) throws IOException {
    long[] ours = new long[rounds];
    long[] theirs = new long[rounds];
    report.line("first fits, not counted: maitred %.2f s, Spark %.2f s", fit(data), spark.fit());
    for (int round = 0; round < rounds; round++) {
      double mine = fit(data);
      double other = spark.fit();
      ours[round] = (long) (mine * 1e9);
      theirs[round] = (long) (other * 1e9);
      report.line(
          "round %d: maitred %.2f s, Spark %.2f s, ratio %.1f",
          round + 1, mine, other, other / mine);
    }
    double mine = Figures.of(ours).medianSeconds();
    double other = Figures.of(theirs).medianSeconds();
    report.line("");
    report.line("maitred (median)  %7.2f s", mine);
    report.line("Spark (median)    %7.2f s", other);
    report.line("ratio             %7.1f    (goal: at least %d)", other / mine, GOAL);
  }

  /** The seconds of one training, counting pairs included. */
  private double fit(Interactions data) {
    long start = System.nanoTime();
    try (ForkJoinPool pool = new ForkJoinPool(THREADS)) {
      pool.submit(() -> train(data)).join();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private ItemFactors train(Interactions data) {
    return ImplicitAls.DEFAULT
        .ofRank(rank)
        .iterating(iterations)
        .train(Preferences.of(data), SEED, Progress.none());
  }

  private void foldIn(Interactions data, Report report) {
    ItemFactors model =
        ImplicitAls.DEFAULT
            .ofRank(rank)
            .iterating(1)
            .train(Preferences.of(data), SEED, Progress.none());
    int users = Math.min(2_000, data.users());
    long[] times = new long[users];
    for (int time = 0; time < 3 * users; time++) {
      int[] history = data.history(time % users);
      long start = System.nanoTime();
      model.taste(history);
      times[time % users] = System.nanoTime() - start;
    }
    Figures figures = Figures.of(times);
    report.line("");
    report.line(
        "a user solved from their history: median %.3f ms, p99 %.3f ms",
        figures.millis(0.5), figures.millis(0.99));
  }
}
