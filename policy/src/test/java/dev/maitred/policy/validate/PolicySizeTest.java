package dev.maitred.policy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicySizeTest {
  @Test
  void countsNoBlanks() {
    assertThat(PolicySize.of("{ \"Sid\" :\t\"a b\"\r\n}")).isEqualTo(12);
  }
}
