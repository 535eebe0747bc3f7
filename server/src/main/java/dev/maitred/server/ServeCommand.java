package dev.maitred.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves until it is told to stop. */
@Command(
    name = "serve",
    description = "Serves until SIGTERM.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder of all state; made on first start.")
  private Path data = Path.of("data");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + Settings.DEFAULT_PORT,
      description = "The port to listen on, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "The 12-digit account, chosen on first start (default: a random one).")
  private Optional<String> account = Optional.empty();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region, chosen on first start (default: " + Settings.DEFAULT_REGION + ").")
  private Optional<String> region = Optional.empty();

  @Override
  public Integer call() {
    MaitredServer server = MaitredServer.start(new Settings(data, host, port, account, region));
    System.out.printf(
        "maitred ready %s account=%s data=%s%n", server.endpoint(), server.account(), data);
    Shutdown.await(server);
    return 0;
  }
}
