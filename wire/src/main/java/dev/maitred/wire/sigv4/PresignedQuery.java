package dev.maitred.wire.sigv4;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The signature in the query of a presigned request. */
final class PresignedQuery {
  static final String SIGNATURE = "X-Amz-Signature";
  static final String TOKEN = "X-Amz-Security-Token";

  private static final String ALGORITHM = "X-Amz-Algorithm";
  private static final List<String> REQUIRED =
      List.of(
          ALGORITHM,
          "X-Amz-Credential",
          SIGNATURE,
          "X-Amz-Date",
          "X-Amz-SignedHeaders",
          "X-Amz-Expires");
  private static final List<String> VERSION_2 = List.of("Signature", "AWSAccessKeyId");
  private static final Pattern PLAIN_CREDENTIAL =
      Pattern.compile("(?:^|&)X-Amz-Credential=(?:[A-Za-z0-9._/-]++|%2[Ff])++(?:&|$)");
  private static final long WEEK = Duration.ofDays(7).toSeconds();

  private PresignedQuery() {}

  /** Whether the query speaks of a signature, be it incomplete or of another version. */
  static boolean isUsedBy(RawQuery query) {
    return query.has(ALGORITHM)
        || query.has(SIGNATURE)
        || query.has("X-Amz-Credential")
        || VERSION_2.stream().allMatch(query::has);
  }

  static Authorization read(String rawQuery, RawQuery query) {
    if (VERSION_2.stream().allMatch(query::has)) {
      throw SigV4Errors.unsupported();
    }
    requireAll(query);
    if (!value(query, ALGORITHM).equals(Authorization.ALGORITHM)) {
      throw SigV4Errors.unsupported();
    }
    requirePlainCredential(rawQuery);
    return new Authorization(
        Credential.parse(value(query, "X-Amz-Credential")),
        AmzDate.parse(value(query, "X-Amz-Date")),
        Authorization.names(value(query, "X-Amz-SignedHeaders")),
        value(query, SIGNATURE),
        query.only(TOKEN),
        Optional.of(expires(value(query, "X-Amz-Expires"))));
  }

  private static void requireAll(RawQuery query) {
    List<String> lacking =
        REQUIRED.stream().filter(name -> query.only(name).orElse("").isEmpty()).toList();
    if (!lacking.isEmpty()) {
      throw SigV4Errors.incomplete(
          "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
              + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters."
              + " Missing: "
              + String.join(", ", lacking)
              + ".");
    }
  }

  // INVARIANT: the scope is written in one way only, so that all who read it read the same
  private static void requirePlainCredential(String rawQuery) {
    if (!PLAIN_CREDENTIAL.matcher(rawQuery).find()) {
      throw SigV4Errors.incomplete("X-Amz-Credential may have nothing escaped but its slashes.");
    }
  }

  private static String value(RawQuery query, String name) {
    return query.only(name).orElseThrow();
  }

  private static Duration expires(String text) {
    long seconds = seconds(text);
    if (seconds > WEEK) {
      throw SigV4Errors.queryParameters(
          "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires"
              + " must be less than 604800 seconds");
    }
    if (seconds < 1) {
      throw SigV4Errors.queryParameters("X-Amz-Expires must be at least 1 second");
    }
    return Duration.ofSeconds(seconds);
  }

  private static long seconds(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw SigV4Errors.queryParameters("X-Amz-Expires should be a number");
    }
  }
}
