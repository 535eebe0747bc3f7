package dev.maitred.wire;

import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * The two questions that are answered without a signature: is the process alive, and does it answer
 * calls? The answers say nothing else.
 *
 * @param ready whether calls are answered now
 */
record Health(BooleanSupplier ready) {
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  /** The answer to a question about health, if the request is one. */
  Optional<HttpResponse> answer(HttpRequest request) {
    if (!METHODS.contains(request.method()) || !request.rawPath().startsWith("/health/")) {
      return Optional.empty();
    }
    return switch (request.rawPath()) {
      case "/health/live" -> Optional.of(status(true));
      case "/health/ready" -> Optional.of(status(ready.getAsBoolean()));
      default -> Optional.empty();
    };
  }

  private static HttpResponse status(boolean up) {
    return HttpResponse.of(
            up ? 200 : 503,
            "application/json",
            up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}")
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }
}
