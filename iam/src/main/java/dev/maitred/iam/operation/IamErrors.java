package dev.maitred.iam.operation;

import dev.maitred.iam.store.Kind;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;

/** IAM's refusals, in AWS's words. */
public final class IamErrors {
  private IamErrors() {}

  public static AwsError noSuchEntity(String message) {
    return AwsError.of("NoSuchEntity", 404, message);
  }

  /** No user, group or role of that name. */
  public static AwsError noSuchIdentity(Kind kind, String name) {
    return noSuchEntity("The " + kind.word() + " with name " + name + " cannot be found.");
  }

  /** No inline policy of that name. */
  public static AwsError noSuchInlinePolicy(Kind kind, String name) {
    return noSuchEntity("The " + kind.word() + " policy with name " + name + " cannot be found.");
  }

  /** No such managed policy, where one is read, changed or detached. */
  public static AwsError noSuchPolicy(String arn) {
    return noSuchEntity("Policy " + arn + " was not found.");
  }

  /** No such managed policy, where one is attached or asked about. */
  public static AwsError notAttachable(String arn) {
    return noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
  }

  public static AwsError noSuchVersion(String arn, String versionId) {
    return notAttachable(arn + " version " + versionId);
  }

  public static AwsError noSuchAccessKey(String id) {
    return noSuchEntity("The Access Key with id " + id + " cannot be found.");
  }

  public static AwsError alreadyExists(String message) {
    return AwsError.of("EntityAlreadyExists", 409, message);
  }

  public static AwsError deleteConflict(String message) {
    return AwsError.of("DeleteConflict", 409, message);
  }

  /**
   * An entity that still has something which must go first, such as {@code detach all policies}.
   */
  public static AwsError mustFirst(String what) {
    return deleteConflict("Cannot delete entity, must " + what + " first.");
  }

  public static AwsError limitExceeded(String message) {
    return AwsError.of("LimitExceeded", 409, message);
  }

  /** A quota of IAM, such as {@code AccessKeysPerUser}. */
  public static AwsError quota(String name, int limit) {
    return limitExceeded("Cannot exceed quota for " + name + ": " + limit);
  }

  public static AwsError invalidInput(String message) {
    return AwsError.of("InvalidInput", 400, message);
  }

  public static AwsError malformedPolicy(String message) {
    return AwsError.of("MalformedPolicyDocument", 400, message);
  }

  public static AwsError validation(String message) {
    return AwsError.of(Fault.VALIDATION, message);
  }
}
