package dev.maitred.wire;

import static java.util.Comparator.comparing;

import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.Limits;
import java.util.List;

/** All services behind one port, told apart by what a request says of itself. */
final class Services {
  private final List<AwsEndpoint> endpoints;
  private final ExtraEndpoint extras;

  private Services(List<AwsEndpoint> endpoints, ExtraEndpoint extras) {
    this.endpoints = endpoints;
    this.extras = extras;
  }

  static Services of(List<AwsService> services, List<ExtraOperation> extras, Limits limits) {
    return new Services(
        services.stream()
            .map(service -> AwsEndpoint.of(service, limits))
            .sorted(comparing(Services::knowsEverything))
            .toList(),
        ExtraEndpoint.of(extras, limits));
  }

  private static boolean knowsEverything(AwsEndpoint endpoint) {
    return endpoint.model().protocol().equals("rest-xml");
  }

  /**
   * Which service a request is for: by the signing name of its credential scope, among services
   * that share one by target prefix or path, and without a scope by its looks, with S3 last.
   */
  Endpoint find(HttpRequest request) {
    return ClaimedScope.service(request)
        .map(scope -> signedAs(scope, request))
        .orElseGet(() -> unsigned(request));
  }

  private Endpoint unsigned(HttpRequest request) {
    return request.rawPath().startsWith(ExtraOperation.PREFIX) ? extras : lookalike(request);
  }

  private Endpoint signedAs(String scope, HttpRequest request) {
    if (scope.equals(ExtraOperation.SIGNING_NAME)) {
      return extras;
    }
    List<AwsEndpoint> signed =
        endpoints.stream()
            .filter(endpoint -> endpoint.model().signingName().equals(scope))
            .toList();
    return signed.isEmpty() ? new Unserved(scope, lookalike(request)) : looksLike(signed, request);
  }

  /** Whose protocol a request that is for none of the services is refused in. */
  private Endpoint lookalike(HttpRequest request) {
    boolean json = request.header("X-Amz-Target").isPresent();
    return endpoints.stream()
        .filter(endpoint -> endpoint.protocol().knows(request))
        .filter(endpoint -> !(json && knowsEverything(endpoint)))
        .findFirst()
        .<Endpoint>map(endpoint -> endpoint)
        .orElse(extras);
  }

  private static Endpoint looksLike(List<AwsEndpoint> among, HttpRequest request) {
    return among.stream()
        .filter(endpoint -> endpoint.protocol().knows(request))
        .findFirst()
        .orElseGet(among::getFirst);
  }
}
