package dev.maitred.recommend.emanet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time left is what was needed so far, in proportion. */
class PaceTest {

  @ParameterizedTest
  @CsvSource({
    "0,   0.5,  60,   at most 60 s left",
    "0,   0.25, 60,   at most 3 min left",
    "0.5, 0.75, 60,   at most 60 s left",
    "0,   0.1,  3600, at most 9 h 0 min left",
    "0,   1,    60,   at most 0 s left",
    "0.5, 0.5,  60,   time left unknown",
  })
  void tellsTheTimeLeft(double from, double done, long seconds, String words) {
    var now = new long[1];
    var pace = new Pace(from, () -> now[0]);
    now[0] = seconds * 1_000_000_000L;
    assertThat(pace.left(done)).isEqualTo(words);
  }
}
