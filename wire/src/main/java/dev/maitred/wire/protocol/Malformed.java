package dev.maitred.wire.protocol;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;

/** The refusals of bodies that cannot be read. */
final class Malformed {
  private Malformed() {}

  static AwsError body(String message) {
    return AwsError.of(Fault.MALFORMED_BODY, message);
  }

  static AwsError operation(String message) {
    return AwsError.of(Fault.UNKNOWN_OPERATION, message);
  }
}
