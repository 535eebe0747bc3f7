package dev.maitred.server.demo;

import dev.maitred.server.Logging;
import dev.maitred.server.MaitredServer;
import dev.maitred.server.Settings;
import dev.maitred.server.Shutdown;
import dev.maitred.server.StartRefused;
import dev.maitred.server.TemporaryFolder;
import dev.maitred.server.dataset.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.regions.Region;

/** Starts a server in a temporary folder and tells the whole story against it. */
@Command(
    name = "demo",
    description = "Starts a server in a temporary folder and shows the whole story on it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DemoCommand implements Callable<Integer> {
  @Option(names = "--keep", description = "Leave the server running at the end.")
  private boolean keep;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = {
        "A MovieLens ratings.csv (userId,movieId,rating,timestamp; titles from movies.csv beside it)",
        "or a Personalize interactions CSV (USER_ID,ITEM_ID,TIMESTAMP), instead of the built-in world."
      })
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "The port to listen on (default: a free one).")
  private int port;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Logging.warningsOnly();
    try {
      return tell(data.map(CatalogueFile::read).orElseGet(BuiltInCatalogue::make));
    } catch (StoryInterrupted | Unreadable e) {
      commandLine().getErr().println("The story stops here: " + e.getMessage());
      return 1;
    }
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "picocli sets it").commandLine();
  }

  private int tell(Catalogue catalogue) {
    Narrator narrator = new Narrator(commandLine().getOut());
    Path folder = temporaryFolder();
    try (MaitredServer server = start(folder)) {
      if (!keep) {
        atTheEnd(server, folder);
      }
      narrator.line("maitred serves at " + server.endpoint() + ", all its state in " + folder);
      String campaign = story(server, catalogue, narrator).tell();
      new Farewell(server, folder, campaign, catalogue).say(narrator, keep);
      if (keep) {
        Shutdown.await(server);
      }
      return 0;
    }
  }

  private MaitredServer start(Path folder) {
    try {
      return MaitredServer.start(
          new Settings(folder, "127.0.0.1", port, Optional.empty(), Optional.empty()));
    } catch (StartRefused e) {
      TemporaryFolder.delete(folder);
      throw e;
    }
  }

  /** Leaves nothing behind, however the process ends. */
  private static void atTheEnd(MaitredServer server, Path folder) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      server.close();
                      TemporaryFolder.delete(folder);
                    }));
  }

  private static Story story(MaitredServer server, Catalogue catalogue, Narrator narrator) {
    AccessKeyPair key = RootCredentials.read(server.credentialsFile());
    Clients root = new Clients(server.endpoint(), Region.of(server.region()), key);
    return new Story(server, root, catalogue, narrator);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("maitred-demo-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
