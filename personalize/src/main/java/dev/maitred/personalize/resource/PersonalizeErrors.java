package dev.maitred.personalize.resource;

import dev.maitred.wire.AwsError;

/**
 * The errors that the Personalize services declare. The control plane answers all of them with
 * status 400; the models of the runtime and the events service give their own.
 */
public final class PersonalizeErrors {
  private static final int BAD_REQUEST = 400;

  private PersonalizeErrors() {}

  /** A value that the operation's model allows and the service does not. */
  public static AwsError invalidInput(String message) {
    return AwsError.of("InvalidInputException", BAD_REQUEST, message);
  }

  public static AwsError resourceNotFound(String arn) {
    return AwsError.of(
        "ResourceNotFoundException", BAD_REQUEST, "Resource Arn " + arn + " does not exist.");
  }

  public static AwsError resourceAlreadyExists(String arn) {
    return AwsError.of(
        "ResourceAlreadyExistsException",
        BAD_REQUEST,
        "Another resource with Arn " + arn + " already exists.");
  }

  /** A resource that is changing, or that others still need. */
  public static AwsError resourceInUse(String message) {
    return AwsError.of("ResourceInUseException", BAD_REQUEST, message);
  }

  public static AwsError limitExceeded(String message) {
    return AwsError.of("LimitExceededException", BAD_REQUEST, message);
  }

  public static AwsError invalidNextToken() {
    return AwsError.of(
        "InvalidNextTokenException",
        BAD_REQUEST,
        "The nextToken is not one that this list operation gave out for the same filter.");
  }

  public static AwsError tooManyTags(String message) {
    return AwsError.of("TooManyTagsException", BAD_REQUEST, message);
  }

  public static AwsError tooManyTagKeys(String message) {
    return AwsError.of("TooManyTagKeysException", BAD_REQUEST, message);
  }
}
