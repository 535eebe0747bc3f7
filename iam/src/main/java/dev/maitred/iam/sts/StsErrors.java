package dev.maitred.iam.sts;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;

/** STS's refusals, in AWS's words. */
final class StsErrors {
  private StsErrors() {}

  static AwsError validation(String message) {
    return AwsError.of(Fault.VALIDATION, message);
  }

  static AwsError accessDenied(String message) {
    return AwsError.of(Fault.ACCESS_DENIED, message);
  }

  static AwsError invalidParameterValue(String message) {
    return AwsError.of("InvalidParameterValue", 400, message);
  }

  static AwsError packedPolicyTooLarge(int percent) {
    return AwsError.of(
        "PackedPolicyTooLarge",
        400,
        "Packed policy consumes " + percent + "% of allotted space, please use smaller policy.");
  }
}
