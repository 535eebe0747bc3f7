package dev.maitred.objects.bucket;

import dev.maitred.objects.s3.S3Errors;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;

/**
 * Where a new bucket goes: what {@code LocationConstraint} may say at the endpoint of a region.
 *
 * <p>The endpoint of {@code us-east-1} makes buckets in every region and knows no constraint for
 * its own; every other endpoint wants its own region named. {@code EU} is the old name of {@code
 * eu-west-1}.
 */
final class LocationConstraint {
  static final String US_EAST_1 = "us-east-1";
  private static final String EU = "EU";
  private static final String EU_WEST_1 = "eu-west-1";

  private LocationConstraint() {}

  /** The region of a bucket made at the endpoint of {@code endpoint}. */
  static String region(Optional<String> constraint, String endpoint) {
    if (endpoint.equals(US_EAST_1)) {
      return constraint.map(LocationConstraint::fromUsEast1).orElse(US_EAST_1);
    }
    String named = constraint.orElse("unspecified");
    if (!named.equals(endpoint)) {
      throw S3Errors.illegalLocationConstraint(named);
    }
    return endpoint;
  }

  private static String fromUsEast1(String constraint) {
    if (constraint.equals(EU)) {
      return EU_WEST_1;
    }
    boolean known =
        BucketLocationConstraint.fromValue(constraint)
            != BucketLocationConstraint.UNKNOWN_TO_SDK_VERSION;
    if (!known || constraint.equals(US_EAST_1)) {
      throw S3Errors.invalidLocationConstraint(constraint);
    }
    return constraint;
  }
}
