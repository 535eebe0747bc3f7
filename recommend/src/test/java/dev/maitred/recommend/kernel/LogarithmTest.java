package dev.maitred.recommend.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogarithmTest {

  @Test
  void isTheLogarithmOfOneAndANumber() {
    for (double x = 1e-6; x < 1e30; x *= 1.01) {
      double exact = Math.log1p((float) x);
      assertThat((double) Logarithm.ofOneAnd((float) x))
          .isCloseTo(exact, within(1e-6 * Math.max(1, exact)));
    }
  }

  @Test
  void isZeroForWhatIsNotPositive() {
    assertThat(Logarithm.ofOneAnd(0)).isZero();
    assertThat(Logarithm.ofOneAnd(-3)).isZero();
  }
}
