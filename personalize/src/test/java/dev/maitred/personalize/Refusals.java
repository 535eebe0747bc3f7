package dev.maitred.personalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.wire.AwsError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that operations are refused as AWS refuses them. */
public final class Refusals {
  private Refusals() {}

  /**
   * Asserts that {@code operation} ends in the error {@code code} whose message says {@code says}.
   */
  public static void refused(String code, String says, ThrowingCallable operation) {
    assertThatThrownBy(operation)
        .isInstanceOfSatisfying(AwsError.class, error -> assertThat(error.code()).isEqualTo(code))
        .hasMessageContaining(says);
  }
}
