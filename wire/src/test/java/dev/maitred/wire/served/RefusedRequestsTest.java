package dev.maitred.wire.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.wire.Wire;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file under {@code refused} is a request and the status and code that it must be refused
 * with.
 */
class RefusedRequestsTest {
  private static final Wire WIRE =
      Wire.serving(AwsJsonTest.SERVICE, AwsQueryTest.IAM, Objects.service(new Objects()));

  @AfterAll
  static void stop() {
    WIRE.close();
  }

  static Stream<Path> cases() throws IOException, URISyntaxException {
    Path root = Path.of(RefusedRequestsTest.class.getResource("/refused").toURI());
    return Files.walk(root).filter(file -> file.toString().endsWith(".http")).sorted();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefused(Path file) throws IOException {
    String[] parts = Files.readString(file).split("\n\n", 3);
    String[] expected = parts[0].split("\n")[0].substring("expect: ".length()).split(" ");
    String service = parts[0].split("\n")[1].substring("service: ".length());
    String body = parts.length < 3 ? "" : parts[2].stripTrailing();

    String answer = RawClient.send(WIRE.port(), request(parts[1], service, body));

    assertThat(RawClient.status(answer)).isEqualTo(Integer.parseInt(expected[0]));
    assertThat(answer).contains(expected[1]);
    assertThat(answer.toLowerCase())
        .contains("x-amzn-requestid: " + WIRE.answers.getLast().requestId());
    assertThat(WIRE.answers.getLast().code()).isEqualTo(expected[1]);
  }

  private static String request(String head, String service, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return head.strip().replace("\n", "\r\n")
        + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
        + length
        + "\r\n"
        + (service.equals("-") ? "" : RawClient.authorization(service))
        + "\r\n"
        + body;
  }
}
