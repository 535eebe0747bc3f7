package dev.maitred.objects;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maitred.wire.AwsError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a client sees of a refusal. */
final class Refusals {
  private Refusals() {}

  /** The status and the code, such as {@code 404 NoSuchKey}. */
  static String refusal(ThrowingCallable call) {
    AwsError error = catchThrowableOfType(AwsError.class, call);
    return error == null ? "no error" : error.status() + " " + error.code();
  }
}
