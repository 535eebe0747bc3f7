package dev.maitred.personalize.datasetimport;

import dev.maitred.personalize.resource.PersonalizeErrors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an import reads: one object, or the first level of a folder.
 *
 * @param bucket the bucket's name
 * @param key the object's key, or the folder's prefix, which ends with a slash or is empty
 */
record DataLocation(String bucket, String key) {
  private static final Pattern URI =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

  /**
   * Reads {@code s3://BUCKET/KEY} or {@code s3://BUCKET/FOLDER/}.
   *
   * @throws dev.maitred.wire.AwsError InvalidInputException, in AWS's words
   */
  static DataLocation of(String uri) {
    Matcher parts = URI.matcher(uri);
    if (!parts.matches()) {
      throw PersonalizeErrors.invalidInput("Invalid Data location.");
    }
    return new DataLocation(parts.group(1), parts.group(2) == null ? "" : parts.group(2));
  }

  boolean isFolder() {
    return key.isEmpty() || key.endsWith("/");
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}
