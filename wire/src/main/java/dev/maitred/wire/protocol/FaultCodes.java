package dev.maitred.wire.protocol;

import dev.maitred.wire.Fault;

/** What each protocol calls the failures that all of them know. */
final class FaultCodes {
  private FaultCodes() {}

  /** awsQuery, as IAM and STS answer. */
  static ErrorCode query(Fault fault) {
    return switch (fault) {
      case ACCESS_DENIED -> new ErrorCode("AccessDenied", 403);
      case UNKNOWN_CREDENTIALS -> new ErrorCode("InvalidClientTokenId", 403);
      case EXPIRED_TOKEN -> new ErrorCode("ExpiredToken", 403);
      case SIGNATURE_MISMATCH -> new ErrorCode("SignatureDoesNotMatch", 403);
      case REQUEST_EXPIRED -> new ErrorCode("RequestExpired", 400);
      case INCOMPLETE_SIGNATURE -> new ErrorCode("IncompleteSignature", 400);
      case MISSING_TOKEN -> new ErrorCode("MissingAuthenticationToken", 403);
      case VALIDATION -> new ErrorCode("ValidationError", 400);
      case MALFORMED_BODY -> new ErrorCode("MalformedInput", 400);
      case UNKNOWN_OPERATION -> new ErrorCode("InvalidAction", 400);
      case NOT_BUILT -> new ErrorCode("NotImplemented", 501);
      case TOO_LARGE -> new ErrorCode("RequestEntityTooLarge", 413);
      case THROTTLED -> new ErrorCode("Throttling", 400);
      case INTERNAL -> new ErrorCode("InternalFailure", 500);
    };
  }

  /**
   * awsJson and restJson, which share their codes.
   *
   * @param refused the status of a refusal: 400 in awsJson, 403 in restJson
   */
  static ErrorCode json(Fault fault, int refused) {
    return switch (fault) {
      case ACCESS_DENIED -> new ErrorCode("AccessDeniedException", refused);
      case UNKNOWN_CREDENTIALS -> new ErrorCode("UnrecognizedClientException", refused);
      case EXPIRED_TOKEN -> new ErrorCode("ExpiredTokenException", refused);
      case SIGNATURE_MISMATCH -> new ErrorCode("InvalidSignatureException", refused);
      case REQUEST_EXPIRED -> new ErrorCode("RequestExpired", 400);
      case INCOMPLETE_SIGNATURE -> new ErrorCode("IncompleteSignatureException", refused);
      case MISSING_TOKEN -> new ErrorCode("MissingAuthenticationTokenException", refused);
      case VALIDATION -> new ErrorCode("ValidationException", 400);
      case MALFORMED_BODY -> new ErrorCode("SerializationException", 400);
      case UNKNOWN_OPERATION ->
          new ErrorCode("UnknownOperationException", refused == 400 ? 400 : 404);
      case NOT_BUILT -> new ErrorCode("NotImplementedException", 501);
      case TOO_LARGE -> new ErrorCode("RequestEntityTooLargeException", 413);
      case THROTTLED -> new ErrorCode("ThrottlingException", refused == 400 ? 400 : 429);
      case INTERNAL -> new ErrorCode("InternalFailure", 500);
    };
  }

  /** restXml, as S3 answers. */
  static ErrorCode s3(Fault fault) {
    return switch (fault) {
      case ACCESS_DENIED, MISSING_TOKEN -> new ErrorCode("AccessDenied", 403);
      case UNKNOWN_CREDENTIALS -> new ErrorCode("InvalidAccessKeyId", 403);
      case EXPIRED_TOKEN -> new ErrorCode("ExpiredToken", 400);
      case SIGNATURE_MISMATCH -> new ErrorCode("SignatureDoesNotMatch", 403);
      case INCOMPLETE_SIGNATURE -> new ErrorCode("AuthorizationHeaderMalformed", 400);
      case REQUEST_EXPIRED -> new ErrorCode("RequestTimeTooSkewed", 403);
      case VALIDATION -> new ErrorCode("InvalidArgument", 400);
      case MALFORMED_BODY -> new ErrorCode("MalformedXML", 400);
      case UNKNOWN_OPERATION -> new ErrorCode("MethodNotAllowed", 405);
      case NOT_BUILT -> new ErrorCode("NotImplemented", 501);
      case TOO_LARGE -> new ErrorCode("EntityTooLarge", 400);
      case THROTTLED -> new ErrorCode("SlowDown", 503);
      case INTERNAL -> new ErrorCode("InternalError", 500);
    };
  }
}
