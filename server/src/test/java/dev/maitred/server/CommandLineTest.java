package dev.maitred.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serve --data x --prot 1        | Unknown option `--prot`; the nearest known one is `--port`.
          serve --data x --acount=1      | Unknown option `--acount`; the nearest known one is `--account`.
          serve --prot 4566              | Unknown option `--prot`; the nearest known one is `--port`.
          serv                           | Unknown command or argument `serv`; the nearest known one is `serve`.
          tets                           | Unknown command or argument `tets`; the nearest known one is `test`.
          nonsense                       | Unknown command or argument `nonsense`.
          demo --kep                     | Unknown option `--kep`; the nearest known one is `--keep`.
          serve                          | Missing required option: '--data=DIR'
          serve --data x --port many     | Invalid value for option '--port': 'many' is not an int
          """)
  void refusesWhatItDoesNotKnowAndNamesTheNearest(String words, String says) {
    assertThat(run(words.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port 70000     | The port 70000 is not between 0 and 65535.
          --account 12     | The account `12` is not 12 digits.
          --region mars    | The region `mars` is not of the form us-east-1.
          """)
  void refusesSettingsThatCanNotBe(String words, String says, @TempDir Path folder) {
    assertThat(run(("serve --data " + folder.resolve("data") + " " + words).split(" ")))
        .isEqualTo(1);
    assertThat(err.toString()).contains(says);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void refusesAFolderThatIsAFile(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(run("serve", "--data", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("can't be used");
  }

  @Test
  void refusesAPortThatIsTakenBeforeItTouchesTheFolder(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Path data = folder.resolve("data");
      assertThat(run("serve", "--data", data.toString(), "--port", port)).isEqualTo(1);
      assertThat(err.toString())
          .contains("can't listen on 127.0.0.1 port " + port + ": Address already in use");
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void refusesAFolderOfAnotherRegionOrAccount(@TempDir Path folder) {
    Path data = folder.resolve("data");
    start(data, Optional.of("123456789012"), Optional.of("eu-west-1")).close();
    String name = data.toString();
    assertThat(run("serve", "--data", name, "--region", "us-east-1")).isEqualTo(1);
    assertThat(run("serve", "--data", name, "--account", "210987654321")).isEqualTo(1);
    assertThat(err.toString())
        .contains("was made for the region eu-west-1, not for us-east-1")
        .contains("belongs to account 123456789012, not to 210987654321");
  }

  @Test
  void remembersTheRegionAndTheAccountOfAFolder(@TempDir Path folder) {
    Path data = folder.resolve("data");
    start(data, Optional.of("123456789012"), Optional.of("eu-west-1")).close();
    try (MaitredServer again = start(data, Optional.empty(), Optional.empty())) {
      assertThat(again.region()).isEqualTo("eu-west-1");
      assertThat(again.account()).isEqualTo("123456789012");
    }
  }

  private static MaitredServer start(Path data, Optional<String> account, Optional<String> region) {
    return MaitredServer.start(new Settings(data, "127.0.0.1", 0, account, region));
  }

  private int run(String... words) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(words);
  }
}
