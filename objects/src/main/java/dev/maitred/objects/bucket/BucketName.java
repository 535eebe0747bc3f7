package dev.maitred.objects.bucket;

import dev.maitred.objects.s3.S3Errors;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules for names of buckets, from <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">General
 * purpose bucket naming rules</a>.
 */
final class BucketName {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern IP_ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
  private static final List<String> PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");
  private static final List<String> SUFFIXES =
      List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

  private BucketName() {}

  /** Refuses a name that S3 would not give to a new bucket. */
  static void check(String name) {
    boolean valid =
        FORM.matcher(name).matches()
            && !name.contains("..")
            && !IP_ADDRESS.matcher(name).matches()
            && PREFIXES.stream().noneMatch(name::startsWith)
            && SUFFIXES.stream().noneMatch(name::endsWith);
    if (!valid) {
      throw S3Errors.invalidBucketName(name);
    }
  }
}
