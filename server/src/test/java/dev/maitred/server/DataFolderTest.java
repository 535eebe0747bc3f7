package dev.maitred.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path dir;

  @Test
  void isClosedToAllButItsOwner() throws IOException {
    assertThat(modeWhileHeld(dir.resolve("made/here"))).isEqualTo("rwx------");
  }

  @Test
  void isClosedToAllButItsOwnerAlsoIfItWasThereAndOpen() throws IOException {
    Path open = Files.createDirectory(dir.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(modeWhileHeld(open)).isEqualTo("rwx------");
  }

  private static String modeWhileHeld(Path folder) throws IOException {
    try (DataFolder held = DataFolder.lock(folder)) {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
  }
}
