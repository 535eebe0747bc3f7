package dev.maitred.wire;

import dev.maitred.wire.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service that a request claims to be signed for; to be believed only once the signature is
 * verified.
 */
final class ClaimedScope {
  private static final Pattern HEADER =
      Pattern.compile("Credential=[^,\\s]+?/\\d{8}/[^/,\\s]*/([^/,\\s]+)/aws4_request");
  private static final Pattern QUERY =
      Pattern.compile(
          "(?:^|&)X-Amz-Credential=[^&]+?(?:/|%2[Ff])\\d{8}(?:/|%2[Ff])[^&/%]*(?:/|%2[Ff])([^&/%]+)(?:/|%2[Ff])aws4_request");

  private ClaimedScope() {}

  /** The service of the credential scope, as the Authorization header or the query says it. */
  static Optional<String> service(HttpRequest request) {
    return request
        .header("Authorization")
        .flatMap(header -> first(HEADER, header))
        .or(() -> first(QUERY, request.rawQuery()));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
