package dev.maitred.objects.s3;

/** ARNs of S3's resources, which carry neither region nor account. */
public final class S3Arn {
  private S3Arn() {}

  public static String bucket(String bucket) {
    return "arn:aws:s3:::" + bucket;
  }

  public static String object(String bucket, String key) {
    return bucket(bucket) + "/" + key;
  }
}
