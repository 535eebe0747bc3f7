package dev.maitred.wire;

import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.model.OperationModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes known of one request while it is answered, by one thread. */
final class Exchange {
  private final String requestId = UUID.randomUUID().toString();
  private final Instant time;
  private final long started = System.nanoTime();
  private final Endpoint endpoint;
  private @Nullable Call call;
  private @Nullable OperationModel operation;
  private String operationName = "";
  private List<Requirement> requirements = List.of();
  private String code = "";

  Exchange(Endpoint endpoint, Instant time) {
    this.endpoint = endpoint;
    this.time = time;
  }

  String requestId() {
    return requestId;
  }

  /** The call that a verified signature makes of this request. */
  Call verified(SignatureCheck.Verified verified, HttpRequest request) {
    String region = endpoint.region(verified.region());
    Map<String, List<String>> context = new TreeMap<>();
    context.put("aws:SourceIp", List.of(request.remoteAddress()));
    context.put("aws:SecureTransport", List.of(Boolean.toString(request.secure())));
    context.put("aws:CurrentTime", List.of(time.toString()));
    context.put("aws:EpochTime", List.of(Long.toString(time.getEpochSecond())));
    context.put("aws:RequestedRegion", List.of(region));
    request.header("User-Agent").ifPresent(agent -> context.put("aws:UserAgent", List.of(agent)));
    request.header("Referer").ifPresent(referer -> context.put("aws:Referer", List.of(referer)));
    call = new Call(requestId, verified.caller(), region, verified.service(), time, context);
    return call;
  }

  void matched(OperationModel model) {
    operation = model;
    operationName = model.name();
  }

  void matched(String name) {
    operationName = name;
  }

  void requires(List<Requirement> all) {
    requirements = all;
  }

  void failed(String with) {
    code = with;
  }

  Optional<OperationModel> operation() {
    return Optional.ofNullable(operation);
  }

  Observer.Answer answer(HttpResponse response) {
    return new Observer.Answer(
        requestId,
        Optional.ofNullable(call),
        endpoint.name(),
        operationName,
        requirements,
        response.status(),
        code,
        Duration.ofNanos(System.nanoTime() - started));
  }
}
