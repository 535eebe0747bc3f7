package dev.maitred.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @Test
  void isNobodyElses() throws IOException {
    Path somebodys = Files.createDirectory(dir.resolve("project"));
    Files.writeString(somebodys.resolve("README.md"), "mine");
    Files.setPosixFilePermissions(somebodys, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> DataFolder.lock(somebodys))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("holds files that are not maitred's");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(somebodys)))
        .isEqualTo("rwxr-xr-x");
    assertThat(somebodys.resolve("lock")).doesNotExist();
  }

  private static String modeWhileHeld(Path folder) throws IOException {
    try (DataFolder held = DataFolder.lock(folder)) {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
  }
}
