package dev.maitred.wire.sigv4;

import dev.maitred.wire.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The signature in the {@code Authorization} header. */
final class AuthorizationHeader {
  private static final String NAME = "Authorization";
  private static final List<String> PARAMETERS =
      List.of("Credential", "Signature", "SignedHeaders");

  private AuthorizationHeader() {}

  static Authorization read(HttpRequest request) {
    Map<String, String> parameters = parameters(request.header(NAME).orElseThrow());
    Optional<AmzDate> date = date(request);
    List<String> lacking = lacking(parameters, date);
    if (!lacking.isEmpty()) {
      throw SigV4Errors.incomplete(String.join(" ", lacking));
    }
    return new Authorization(
        Credential.parse(parameters.getOrDefault("Credential", "")),
        date.orElseThrow(),
        Authorization.names(parameters.getOrDefault("SignedHeaders", "")),
        parameters.getOrDefault("Signature", ""),
        request.header("X-Amz-Security-Token"),
        Optional.empty());
  }

  private static Map<String, String> parameters(String header) {
    String text = header.strip();
    int blank = text.indexOf(' ');
    String algorithm = blank < 0 ? text : text.substring(0, blank);
    if (!algorithm.equals(Authorization.ALGORITHM)) {
      throw SigV4Errors.unsupported();
    }
    Map<String, String> parameters = new HashMap<>();
    for (String part : text.substring(algorithm.length()).split(",")) {
      if (!part.isBlank()) {
        add(parameters, part.strip());
      }
    }
    return parameters;
  }

  private static void add(Map<String, String> parameters, String part) {
    int equals = part.indexOf('=');
    if (equals < 0) {
      throw SigV4Errors.incomplete(
          "Not a valid key=value pair (missing equal-sign) in Authorization header.");
    }
    String name = part.substring(0, equals).strip();
    // INVARIANT: the header holds these three, once each, so that all who read it read the same
    if (!PARAMETERS.contains(name)
        || parameters.put(name, part.substring(equals + 1).strip()) != null) {
      throw SigV4Errors.incomplete(
          "Authorization header may hold 'Credential', 'SignedHeaders' and 'Signature', each once.");
    }
  }

  private static Optional<AmzDate> date(HttpRequest request) {
    return request
        .header("X-Amz-Date")
        .map(AmzDate::parse)
        .or(() -> request.header("Date").map(AmzDate::parseHttp));
  }

  private static List<String> lacking(Map<String, String> parameters, Optional<AmzDate> date) {
    List<String> lacking = new ArrayList<>();
    PARAMETERS.stream()
        .filter(name -> parameters.getOrDefault(name, "").isEmpty())
        .forEach(name -> lacking.add("Authorization header requires '" + name + "' parameter."));
    if (date.isEmpty()) {
      lacking.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    return lacking;
  }
}
