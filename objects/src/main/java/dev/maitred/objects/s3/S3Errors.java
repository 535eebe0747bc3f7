package dev.maitred.objects.s3;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;

/**
 * S3's errors, with the codes, statuses, sentences and members that it answers.
 *
 * <p>See <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error
 * responses</a>.
 */
public final class S3Errors {
  private S3Errors() {}

  public static AwsError noSuchBucket(String bucket) {
    return AwsError.of("NoSuchBucket", 404, "The specified bucket does not exist")
        .with("BucketName", bucket);
  }

  public static AwsError wrongRegion(String signed, String expected) {
    return AwsError.of(
            "AuthorizationHeaderMalformed",
            400,
            "The authorization header is malformed; the region '"
                + signed
                + "' is wrong; expecting '"
                + expected
                + "'")
        .with("Region", expected);
  }

  public static AwsError noSuchKey(String key) {
    return AwsError.of("NoSuchKey", 404, "The specified key does not exist.").with("Key", key);
  }

  public static AwsError noSuchUpload(String uploadId) {
    return AwsError.of(
            "NoSuchUpload",
            404,
            "The specified upload does not exist. The upload ID may be invalid, or the upload may"
                + " have been aborted or completed.")
        .with("UploadId", uploadId);
  }

  public static AwsError noSuchTagSet(String bucket) {
    return AwsError.of("NoSuchTagSet", 404, "The TagSet does not exist").with("BucketName", bucket);
  }

  public static AwsError bucketAlreadyOwnedByYou(String bucket) {
    return AwsError.of(
            "BucketAlreadyOwnedByYou",
            409,
            "Your previous request to create the named bucket succeeded and you already own it.")
        .with("BucketName", bucket);
  }

  public static AwsError bucketNotEmpty(String bucket) {
    return AwsError.of("BucketNotEmpty", 409, "The bucket you tried to delete is not empty")
        .with("BucketName", bucket);
  }

  public static AwsError invalidBucketName(String bucket) {
    return AwsError.of("InvalidBucketName", 400, "The specified bucket is not valid.")
        .with("BucketName", bucket);
  }

  public static AwsError invalidLocationConstraint(String constraint) {
    return AwsError.of(
            "InvalidLocationConstraint", 400, "The specified location-constraint is not valid")
        .with("LocationConstraint", constraint);
  }

  public static AwsError illegalLocationConstraint(String constraint) {
    return AwsError.of(
        "IllegalLocationConstraintException",
        400,
        "The "
            + constraint
            + " location constraint is incompatible for the region specific endpoint this request"
            + " was sent to.");
  }

  public static AwsError accessDenied() {
    return AwsError.of(Fault.ACCESS_DENIED, "Access Denied");
  }

  public static AwsError invalidBucketOwner(String account) {
    return AwsError.of(
        "InvalidBucketOwnerAWSAccountID",
        400,
        "The value of the expected bucket owner parameter must be an AWS Account ID... ["
            + account
            + "]");
  }

  public static AwsError invalidArgument(String message, String name, String value) {
    return AwsError.of("InvalidArgument", 400, message)
        .with("ArgumentName", name)
        .with("ArgumentValue", value);
  }

  public static AwsError invalidRequest(String message) {
    return AwsError.of("InvalidRequest", 400, message);
  }

  public static AwsError malformedXml() {
    return AwsError.of(
        "MalformedXML",
        400,
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }

  public static AwsError keyTooLong(int size, int most) {
    return AwsError.of("KeyTooLongError", 400, "Your key is too long")
        .with("Size", String.valueOf(size))
        .with("MaxSizeAllowed", String.valueOf(most));
  }

  public static AwsError metadataTooLarge(int size, int most) {
    return AwsError.of(
            "MetadataTooLarge",
            400,
            "Your metadata headers exceed the maximum allowed metadata size")
        .with("Size", String.valueOf(size))
        .with("MaxSizeAllowed", String.valueOf(most));
  }

  public static AwsError entityTooLarge(long most) {
    return AwsError.of(
            "EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size")
        .with("MaxSizeAllowed", String.valueOf(most));
  }

  public static AwsError entityTooSmall(long size, long least, int partNumber, String eTag) {
    return AwsError.of(
            "EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size")
        .with("ProposedSize", String.valueOf(size))
        .with("MinSizeAllowed", String.valueOf(least))
        .with("PartNumber", String.valueOf(partNumber))
        .with("ETag", eTag);
  }

  public static AwsError incompleteBody() {
    return AwsError.of(
        "IncompleteBody",
        400,
        "You did not provide the number of bytes specified by the Content-Length HTTP header");
  }

  public static AwsError invalidDigest(String contentMd5) {
    return AwsError.of("InvalidDigest", 400, "The Content-MD5 you specified was invalid.")
        .with("Content-MD5", contentMd5);
  }

  public static AwsError wrongMd5(String expected, String calculated) {
    return AwsError.of(
            "BadDigest", 400, "The Content-MD5 you specified did not match what we received.")
        .with("ExpectedDigest", expected)
        .with("CalculatedDigest", calculated);
  }

  public static AwsError wrongChecksum(String algorithm) {
    return AwsError.of(
        "BadDigest",
        400,
        "The " + algorithm + " you specified did not match the calculated checksum.");
  }

  public static AwsError invalidPart(String uploadId, int partNumber, String eTag) {
    return AwsError.of(
            "InvalidPart",
            400,
            "One or more of the specified parts could not be found.  The part may not have been"
                + " uploaded, or the specified entity tag may not match the part's entity tag.")
        .with("UploadId", uploadId)
        .with("PartNumber", String.valueOf(partNumber))
        .with("ETag", eTag);
  }

  public static AwsError invalidPartOrder(String uploadId) {
    return AwsError.of(
            "InvalidPartOrder",
            400,
            "The list of parts was not in ascending order. Parts must be ordered by part number.")
        .with("UploadId", uploadId);
  }

  public static AwsError invalidPartNumber(int requested, int count) {
    return AwsError.of("InvalidPartNumber", 416, "The requested partnumber is not satisfiable")
        .with("PartNumberRequested", String.valueOf(requested))
        .with("ActualPartCount", String.valueOf(count));
  }

  public static AwsError invalidRange(String range, long size) {
    return AwsError.of("InvalidRange", 416, "The requested range is not satisfiable")
        .with("RangeRequested", range)
        .with("ActualObjectSize", String.valueOf(size));
  }

  public static AwsError preconditionFailed(String condition) {
    return AwsError.of(
            "PreconditionFailed",
            412,
            "At least one of the pre-conditions you specified did not hold")
        .with("Condition", condition);
  }

  public static AwsError notModified() {
    return AwsError.of("NotModified", 304, "Not Modified");
  }

  public static AwsError invalidStorageClass(String storageClass) {
    return AwsError.of("InvalidStorageClass", 400, "The storage class you specified is not valid")
        .with("StorageClassRequested", storageClass);
  }

  public static AwsError invalidTag(String message) {
    return AwsError.of("InvalidTag", 400, message);
  }

  public static AwsError tooManyTags(int most) {
    return AwsError.of("BadRequest", 400, "Object tags cannot be greater than " + most);
  }

  /** A part of an operation that this server does not have; {@code header} is what asks for it. */
  public static AwsError notImplemented(String header) {
    return AwsError.of(
            "NotImplemented",
            501,
            "A header you provided implies functionality that is not implemented")
        .with("Header", header);
  }
}
