package dev.maitred.bench.recommendations;

import dev.maitred.bench.Figures;
import dev.maitred.bench.Project;
import dev.maitred.bench.Report;
import dev.maitred.bench.process.Server;
import dev.maitred.store.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures GetRecommendations over HTTP, signature and policy check included. */
@Command(
    name = "recommendations",
    description = "Signed GetRecommendations over HTTP at a steady rate, and as fast as possible.",
    mixinStandardHelpOptions = true)
public final class RecommendationsCommand implements Callable<Integer> {
  /** AWS's default. */
  private static final double EXPLORATION = 0.3;

  @Option(names = "--rate", defaultValue = "1000", description = "Requests a second.")
  private int rate;

  @Option(names = "--items", defaultValue = "10000", description = "Items of the campaign.")
  private int items;

  @Option(names = "--seconds", defaultValue = "20", description = "Length of each measurement.")
  private int seconds;

  @Option(
      names = "--server-options",
      defaultValue = "",
      description = "Further options of the server's JVM, such as -XX:StartFlightRecording.")
  private String serverOptions = "";

  @Override
  public Integer call() throws Exception {
    Report report =
        Report.begin(
            "recommendations",
            "recommendations --items %d --rate %d --seconds %d".formatted(items, rate, seconds));
    Path folder = Project.scratch();
    Map<String, String> environment = Map.of("MAITRED_JAVA_OPTIONS", serverOptions);
    try (Server server = Server.start(folder.resolve("data"), environment)) {
      long start = System.nanoTime();
      Shop shop =
          Shop.open(
              Clients.root(server.endpoint(), server.data()),
              server.account(),
              Watching.csv(items),
              EXPLORATION);
      report.line(
          "%,d items, %,d users; imported, trained and deployed in %.1f s",
          items, Watching.USERS, (System.nanoTime() - start) / 1e9);
      report.line("client and server share the machine; requests are signed beforehand");
      warmUp(server, shop);
      steady(report, server, shop);
      fastest(report, server, shop);
    } finally {
      Folders.delete(folder);
    }
    report.end();
    return 0;
  }

  private void warmUp(Server server, Shop shop) throws Exception {
    load(server, shop, 4).asFastAsPossible(seconds);
  }

  private void steady(Report report, Server server, Shop shop) throws Exception {
    Load load = load(server, shop, 64);
    Duration before = server.cpu();
    Load.Outcome outcome = load.atRate(rate, seconds);
    report.line("");
    report.line(
        "open loop, %d/s for %d s over %d connections (latency from the intended moment)",
        rate, seconds, load.connections());
    tell(report, outcome, server.cpu().minus(before));
    report.line("  goal: 1000/s with p99 under 20 ms");
  }

  private void fastest(Report report, Server server, Shop shop) throws Exception {
    Load load = load(server, shop, 8);
    Duration before = server.cpu();
    Load.Outcome outcome = load.asFastAsPossible(seconds);
    report.line("");
    report.line("closed loop for %d s over %d connections", seconds, load.connections());
    tell(report, outcome, server.cpu().minus(before));
  }

  private static Load load(Server server, Shop shop, int connections) {
    return new Load(server.endpoint(), SignedRequests.sign(shop, server.endpoint()), connections);
  }

  private static void tell(Report report, Load.Outcome outcome, Duration cpu) {
    Figures times = outcome.latencies();
    report.line("  answered %.0f/s", outcome.rate());
    report.line(
        "  latency in ms: p50 %.2f, p90 %.2f, p99 %.2f, p99.9 %.2f, most %.2f",
        times.millis(0.5),
        times.millis(0.9),
        times.millis(0.99),
        times.millis(0.999),
        times.millis(1));
    report.line(
        "  processor time of the server: %.0f µs a request", cpu.toNanos() / 1e3 / times.count());
  }
}
