package dev.maitred.objects;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a client sees of a refusal. */
final class Refusals {
  private Refusals() {}

  /** The status and the code, such as {@code 404 NoSuchKey}. */
  static String refusal(ThrowingCallable call) {
    AwsError error = catchThrowableOfType(AwsError.class, call);
    if (error == null) {
      return "no error";
    }
    return error.fault().map(Fault::name).orElse(error.status() + " " + error.code());
  }
}
