package dev.maitred.wire.sigv4;

import dev.maitred.wire.http.HttpRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a request says about its own signature, in its headers or in its query.
 *
 * @param credential whose key, for which scope
 * @param date when it was signed
 * @param signedHeaders the names of the headers that the signature covers, in lower case
 * @param signature in hexadecimal
 * @param token the security token of temporary credentials
 * @param expires for how long a presigned request is good; empty for a signature in the headers
 */
record Authorization(
    Credential credential,
    AmzDate date,
    List<String> signedHeaders,
    String signature,
    Optional<String> token,
    Optional<Duration> expires) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");

  Authorization {
    signedHeaders = List.copyOf(signedHeaders);
    if (!SIGNATURE.matcher(signature).matches()) {
      throw SigV4Errors.incomplete("Signature must be 64 hexadecimal digits.");
    }
    if (!signedHeaders.contains("host")) {
      throw SigV4Errors.invalid(
          "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
    if (new HashSet<>(signedHeaders).size() < signedHeaders.size()) {
      throw SigV4Errors.incomplete("SignedHeaders names a header more than once.");
    }
    if (!credential.scope().date().equals(date.day())) {
      throw SigV4Errors.invalid(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '%s' != '%s', from '%s'."
                  .formatted(credential.scope().date(), date.day(), date));
    }
  }

  /** Reads whichever of the two forms the request uses. */
  static Authorization of(HttpRequest request, RawQuery query) {
    boolean inHeader = request.header("Authorization").isPresent();
    boolean inQuery = PresignedQuery.isUsedBy(query);
    if (inHeader && inQuery) {
      throw SigV4Errors.incomplete(
          "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature"
              + " query string parameter or the Authorization header should be specified");
    }
    if (!inHeader && !inQuery) {
      throw SigV4Errors.missing();
    }
    return inHeader
        ? AuthorizationHeader.read(request)
        : PresignedQuery.read(request.rawQuery(), query);
  }

  /** The names in a {@code SignedHeaders} parameter. */
  static List<String> names(String signedHeaders) {
    return List.of(signedHeaders.split(";"));
  }

  boolean presigned() {
    return expires.isPresent();
  }

  Scope scope() {
    return credential.scope();
  }

  /** Shows whose signature it is, not the signature or the token. */
  @Override
  public String toString() {
    return "Authorization[" + credential + ", " + date + ", " + signedHeaders + "]";
  }
}
