package dev.maitred.wire;

/**
 * The failures that every AWS protocol knows but each names in its own way: {@code AccessDenied}
 * with status 403 in the query protocol is {@code AccessDeniedException} with status 400 in
 * awsJson.
 */
public enum Fault {
  ACCESS_DENIED,
  UNKNOWN_CREDENTIALS,
  EXPIRED_TOKEN,
  SIGNATURE_MISMATCH,
  INCOMPLETE_SIGNATURE,
  MISSING_TOKEN,
  REQUEST_EXPIRED,
  VALIDATION,
  MALFORMED_BODY,
  UNKNOWN_OPERATION,
  NOT_BUILT,
  TOO_LARGE,
  THROTTLED,
  INTERNAL
}
