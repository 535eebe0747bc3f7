package dev.maitred.wire.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {
  private static final int LIMIT = 1 << 20;

  private final BodyMemory memory = new BodyMemory(LIMIT);

  @Test
  void holdsABodyWhole() {
    try (BodyMemory.Held held = memory.hold(request(100_001), LIMIT)) {
      assertThat(held.bytes()).hasSize(100_001);
    }
  }

  @Test
  void refusesABodyForWhichTheOthersLeaveNoRoom() {
    BodyMemory.Held first = memory.hold(request(900_000), LIMIT);
    assertRefused(900_000, Fault.THROTTLED);
    assertRefused(900_000, Fault.THROTTLED);
    memory.hold(request(1000), LIMIT).close();
    first.close();
    memory.hold(request(900_000), LIMIT).close();
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    assertRefused(LIMIT + 1, Fault.TOO_LARGE);
    memory.hold(request(LIMIT), LIMIT).close();
  }

  private void assertRefused(int size, Fault fault) {
    assertThatThrownBy(() -> memory.hold(request(size), LIMIT))
        .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.fault()).contains(fault));
  }

  private static HttpRequest request(int size) {
    return new HttpRequest(
        "POST", "/", "", List.of(), new ByteArrayInputStream(new byte[size]), "127.0.0.1", true);
  }
}
