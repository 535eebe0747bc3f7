package dev.maitred.bench.emanet;

import dev.maitred.bench.Figures;
import dev.maitred.bench.Project;
import dev.maitred.bench.Report;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.emanet.EmaNet;
import dev.maitred.recommend.emanet.EmaNetTraining;
import dev.maitred.recommend.emanet.UserState;
import dev.maitred.server.dataset.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Times an epoch of the network and of the same network in numpy, and the update of a state. */
@Command(
    name = "emanet",
    description = "Times an epoch of the network, next to numpy, and an event's way into a state.",
    mixinStandardHelpOptions = true)
public final class EmaNetCommand implements Callable<Integer> {
  private static final int HIDDEN = 128;
  private static final int LEAST_EVENTS = 3;
  private static final int HELD_OUT = 2;
  private static final int UPDATES = 2_000_000;

  @Parameters(paramLabel = "FILE", description = "Interactions CSV, plain or gzip.")
  private Path file = Path.of("");

  @Option(
      names = "--reference",
      paramLabel = "FOLDER",
      description =
          "Where the numpy reference lies (ema.py); it reads the same file, interactions.csv.gz.")
  private Path reference = Project.home().resolve("../shared/experiments");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Report report = Report.begin("emanet", "emanet " + file);
    Interactions data = training(DataSet.read(file, 1).data().events());
    report.line(
        "%s: %,d users, %,d items, %,d events, without the last two of each user",
        file, data.users(), data.items(), data.events());
    List<Long> epochs = new ArrayList<>();
    EmaNet network = train(data, epochs);
    double ours = epochs(report, data, epochs);
    OptionalDouble numpy =
        NumpyEpoch.seconds(reference, file.toRealPath().resolve("..").normalize());
    if (numpy.isPresent()) {
      report.line("numpy          %6.2f s an epoch", numpy.getAsDouble());
      report.line("ratio          %6.2f", numpy.getAsDouble() / ours);
    } else {
      report.line("numpy: not measured. It needs python3 with numpy and scipy, and --reference.");
    }
    states(report, network);
    report.end();
    return 0;
  }

  private static Interactions training(Interactions all) {
    return all.oldest(user -> all.events(user) - (all.events(user) >= LEAST_EVENTS ? HELD_OUT : 0));
  }

  /** Trains for a few epochs: a held-out loss that only rises ends it. */
  private static EmaNet train(Interactions data, List<Long> epochs) {
    long[] before = {System.nanoTime()};
    return EmaNetTraining.train(
            data,
            HIDDEN,
            1,
            _ -> {
              long now = System.nanoTime();
              epochs.add(now - before[0]);
              before[0] = now;
              return OptionalDouble.of(epochs.size());
            },
            Progress.none())
        .orElseThrow();
  }

  private static double epochs(Report report, Interactions data, List<Long> epochs) {
    // The first one is slower while the JVM compiles.
    double seconds =
        Figures.of(epochs.stream().skip(1).mapToLong(time -> time).toArray()).medianSeconds();
    report.line(
        "maitred        %6.2f s an epoch (median of %d after the first), %,.0f events/s",
        seconds, epochs.size() - 1, data.events() / seconds);
    return seconds;
  }

  private static void states(Report report, EmaNet network) {
    int[] items = new SplittableRandom(1).ints(UPDATES, 0, network.items()).toArray();
    UserState state = network.state();
    long start = 0;
    for (int at = 0; at < UPDATES; at++) {
      if (at == UPDATES / 2) {
        start = System.nanoTime();
      }
      state = state.after(items[at]);
    }
    double update = (System.nanoTime() - start) / (UPDATES / 2.0) / 1e3;
    report.line("a state        %6.2f µs to take in an event", update);
    var scores = new float[network.items()];
    int rounds = 10_000;
    int[] known = {};
    for (int round : IntStream.range(0, 2 * rounds).toArray()) {
      if (round == rounds) {
        start = System.nanoTime();
      }
      state.scores(known, scores);
    }
    double scored = (System.nanoTime() - start) / (double) rounds / 1e3;
    report.line("               %6.2f µs to score all %,d items", scored, network.items());
  }
}
