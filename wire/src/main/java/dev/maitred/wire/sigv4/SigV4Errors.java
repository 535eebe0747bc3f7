package dev.maitred.wire.sigv4;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import java.util.List;

/**
 * The refusals of the signature check, with AWS's codes and texts.
 *
 * <p>No text repeats a signature, a secret, a token, or the string that should have been signed.
 */
final class SigV4Errors {
  private SigV4Errors() {}

  static AwsError missing() {
    return AwsError.of(Fault.MISSING_TOKEN, "Request is missing Authentication Token");
  }

  static AwsError incomplete(String message) {
    return AwsError.of(Fault.INCOMPLETE_SIGNATURE, message);
  }

  /** Signature Version 2, Signature Version 4A, and what is no AWS signature at all. */
  static AwsError unsupported() {
    return incomplete(
        "The authorization mechanism you have provided is not supported."
            + " Please use AWS4-HMAC-SHA256.");
  }

  static AwsError invalid(String message) {
    return AwsError.of(Fault.SIGNATURE_MISMATCH, message);
  }

  static AwsError mismatch(Dialect dialect) {
    return invalid(
        dialect.s3()
            ? "The request signature we calculated does not match the signature you provided."
                + " Check your key and signing method."
            : "The request signature we calculated does not match the signature you provided."
                + " Check your AWS Secret Access Key and signing method."
                + " Consult the service documentation for details.");
  }

  static AwsError notSigned(Dialect dialect, List<String> headers) {
    String message = "There were headers present in the request which were not signed";
    String names = String.join(", ", headers);
    return dialect.s3()
        ? AwsError.of(Fault.ACCESS_DENIED, message).with("HeadersNotSigned", names)
        : invalid(message + ": " + names);
  }

  static AwsError tooSkewed() {
    return AwsError.of(
        "RequestTimeTooSkewed",
        403,
        "The difference between the request time and the current time is too large.");
  }

  static AwsError expired(Dialect dialect) {
    return dialect.s3()
        ? AwsError.of(Fault.ACCESS_DENIED, "Request has expired")
        : AwsError.of(Fault.REQUEST_EXPIRED, "Request has expired.");
  }

  static AwsError notYetValid() {
    return AwsError.of(Fault.ACCESS_DENIED, "Request is not valid yet");
  }

  static AwsError queryParameters(String message) {
    return AwsError.of("AuthorizationQueryParametersError", 400, message);
  }

  static AwsError invalidRequest(String message) {
    return AwsError.of("InvalidRequest", 400, message);
  }

  static AwsError invalidContentHash() {
    return AwsError.of(
        "InvalidArgument",
        400,
        "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
            + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"
            + " or a valid sha256 value.");
  }

  static AwsError contentMismatch() {
    return AwsError.of(
        "XAmzContentSHA256Mismatch",
        400,
        "The provided 'x-amz-content-sha256' header does not match what was computed.");
  }

  static AwsError incompleteBody(String message) {
    return AwsError.of("IncompleteBody", 400, message);
  }

  static AwsError missingLength() {
    return AwsError.of(
        "MissingContentLength",
        411,
        "You must provide the x-amz-decoded-content-length HTTP header.");
  }

  static AwsError malformedTrailer() {
    return AwsError.of(
        "MalformedTrailerError",
        400,
        "The request contained trailing data that was not well-formed or did not conform to our"
            + " published schema.");
  }

  static AwsError badDigest(String algorithm) {
    return AwsError.of(
        "BadDigest",
        400,
        "The " + algorithm + " you specified did not match the calculated checksum.");
  }
}
