package dev.maitred.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompatibilityPageTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  @Test
  void thePageSaysWhatTheServerServes() throws IOException {
    assertThat(CompatibilityCommand.page(server.server().services()))
        .as("docs/compatibility.md is out of date; run `./maitred compatibility`")
        .isEqualTo(Files.readString(Path.of("..", "docs", "compatibility.md")));
  }
}
