package dev.maitred.objects.s3;

import dev.maitred.wire.shape.Shapes;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Members of requests that ask for what this store does not do: refused, never passed over, so that
 * nobody believes an object encrypted, locked or public that is not.
 */
public final class Unsupported {
  private static final Set<String> MEMBERS =
      Set.of(
          "ServerSideEncryption",
          "SSECustomerAlgorithm",
          "SSECustomerKey",
          "SSEKMSKeyId",
          "SSEKMSEncryptionContext",
          "CopySourceSSECustomerAlgorithm",
          "ObjectLockMode",
          "ObjectLockRetainUntilDate",
          "ObjectLockLegalHoldStatus",
          "GrantFullControl",
          "GrantRead",
          "GrantReadACP",
          "GrantWrite",
          "GrantWriteACP",
          "WriteOffsetBytes",
          "MFA");

  /** Values that ask for what is so anyway. */
  private static final Map<String, Set<String>> HARMLESS =
      Map.of(
          "ACL",
          Set.of("private", "bucket-owner-full-control", "bucket-owner-read"),
          "ObjectOwnership",
          Set.of("BucketOwnerEnforced"),
          "ObjectLockEnabledForBucket",
          Set.of("false"),
          "BucketKeyEnabled",
          Set.of("false"));

  private Unsupported() {}

  /** Refuses a request with such a member. */
  public static void refuse(SdkPojo request) {
    for (SdkField<?> field : request.sdkFields()) {
      Object value = Shapes.value(field, request);
      if (value != null && isUnsupported(field.memberName(), value.toString())) {
        throw S3Errors.notImplemented(field.locationName());
      }
    }
  }

  private static boolean isUnsupported(String member, String value) {
    Set<String> harmless = HARMLESS.get(member);
    return MEMBERS.contains(member) || (harmless != null && !harmless.contains(value));
  }
}
