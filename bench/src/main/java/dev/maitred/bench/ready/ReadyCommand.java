package dev.maitred.bench.ready;

import dev.maitred.bench.Figures;
import dev.maitred.bench.Project;
import dev.maitred.bench.Report;
import dev.maitred.bench.process.Server;
import dev.maitred.store.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long {@code ./maitred serve} takes to be ready. */
@Command(
    name = "ready",
    description = "From `./maitred serve` to `maitred ready`, on a fresh and an existing folder.",
    mixinStandardHelpOptions = true)
public final class ReadyCommand implements Callable<Integer> {
  @Option(names = "--times", defaultValue = "10", description = "Starts of each kind.")
  private int times;

  @Override
  public Integer call() throws IOException {
    Report report = Report.begin("ready", "ready --times " + times);
    Path scratch = Project.scratch();
    try {
      Path existing = scratch.resolve("existing");
      start(existing);
      Starts fresh = new Starts(times);
      Starts again = new Starts(times);
      for (int run = 0; run < times; run++) {
        fresh.add(start(scratch.resolve("fresh-" + run)));
        again.add(start(existing));
      }
      report.line("from `./maitred serve --port 0` to `maitred ready`, wall time in ms");
      fresh.tell(report, "fresh folder");
      again.tell(report, "existing folder");
      report.line("goal: 2000 ms");
    } finally {
      Folders.delete(scratch);
    }
    report.end();
    return 0;
  }

  private static Start start(Path data) throws IOException {
    try (Server server = Server.start(data, Map.of())) {
      return new Start(server.readyAfter().toNanos(), server.cpu().toNanos());
    }
  }

  private record Start(long wall, long cpu) {}

  private static final class Starts {
    private final long[] wall;
    private final long[] cpu;
    private int count;

    Starts(int times) {
      wall = new long[times];
      cpu = new long[times];
    }

    void add(Start start) {
      wall[count] = start.wall();
      cpu[count++] = start.cpu();
    }

    void tell(Report report, String name) {
      Figures walls = Figures.of(wall);
      report.line(
          "%-16s least %.0f, median %.0f, most %.0f (processor time, median: %.0f)",
          name, walls.millis(0), walls.millis(0.5), walls.millis(1), Figures.of(cpu).millis(0.5));
    }
  }
}
