package dev.maitred.wire.sigv4;

import java.util.regex.Pattern;

/**
 * The credential scope: the day, region and service for which a signing key is good.
 *
 * @param date eight digits, {@code YYYYMMDD}, in UTC
 * @param region such as {@code us-east-1}
 * @param service such as {@code personalize}
 */
record Scope(String date, String region, String service) {
  /** The last element of every scope. */
  static final String TERMINATOR = "aws4_request";

  private static final Pattern DATE = Pattern.compile("\\d{8}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  Scope {
    if (!DATE.matcher(date).matches()) {
      throw SigV4Errors.incomplete("Credential should be scoped with a date of the form YYYYMMDD.");
    }
    if (!NAME.matcher(region).matches()) {
      throw SigV4Errors.incomplete("Credential should be scoped to a valid region.");
    }
    if (!NAME.matcher(service).matches()) {
      throw SigV4Errors.incomplete("Credential should be scoped to correct service.");
    }
  }

  @Override
  public String toString() {
    return date + "/" + region + "/" + service + "/" + TERMINATOR;
  }
}
