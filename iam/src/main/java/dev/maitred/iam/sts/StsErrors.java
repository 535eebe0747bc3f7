package dev.maitred.iam.sts;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import org.jspecify.annotations.Nullable;

/** STS's refusals, in AWS's words. */
final class StsErrors {
  private StsErrors() {}

  static AwsError validation(String message) {
    return AwsError.of(Fault.VALIDATION, message);
  }

  static AwsError accessDenied(String message) {
    return AwsError.of(Fault.ACCESS_DENIED, message);
  }

  /** Nobody has a device for multi-factor authentication here, so no code of one is right. */
  static void refuseDevice(@Nullable String serialNumber, @Nullable String tokenCode) {
    if (serialNumber != null && tokenCode != null) {
      throw accessDenied(
          "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA"
              + " serial number is valid and associated with this user.");
    }
    if (serialNumber != null || tokenCode != null) {
      throw accessDenied(
          "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass"
              + " code.");
    }
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
