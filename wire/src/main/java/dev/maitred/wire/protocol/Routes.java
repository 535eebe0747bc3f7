package dev.maitred.wire.protocol;

import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.model.OperationModel;
import dev.maitred.wire.model.ServiceModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operations of a REST service by method, path, query and header. Where several fit, the one
 * that asks for most is meant.
 */
final class Routes {
  private final List<Route> routes;

  private Routes(List<Route> routes) {
    this.routes = routes;
  }

  static Routes of(ServiceModel model) {
    return new Routes(
        model.operations().values().stream()
            .map(operation -> new Route(operation, UriTemplate.parse(operation.uri())))
            .sorted(Comparator.comparingInt(Route::demands).reversed())
            .toList());
  }

  /** The operation that this request names and the labels of its path. */
  Optional<Found> find(HttpRequest request, String rawPath, QueryString query) {
    for (Route route : routes) {
      if (route.admits(request, query)) {
        Optional<Map<String, String>> labels = route.template.labels(rawPath);
        if (labels.isPresent()) {
          return Optional.of(new Found(route.operation, labels.get()));
        }
      }
    }
    return Optional.empty();
  }

  record Found(OperationModel operation, Map<String, String> labels) {}

  private record Route(OperationModel operation, UriTemplate template) {
    int demands() {
      return template.query().size() + (operation.header().isPresent() ? 1 : 0);
    }

    boolean admits(HttpRequest request, QueryString query) {
      return request.method().equals(operation.method())
          && template.admits(query)
          && operation.header().stream().allMatch(header -> request.header(header).isPresent());
    }
  }
}
