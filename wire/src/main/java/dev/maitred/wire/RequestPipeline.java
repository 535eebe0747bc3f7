package dev.maitred.wire;

import dev.maitred.wire.access.Authority;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.http.HttpRequest;
import dev.maitred.wire.http.HttpResponse;
import dev.maitred.wire.http.Limits;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of every request: signature, service, operation, input, constraints, permission, handler,
 * answer. Nothing but a question about health is answered otherwise.
 */
public final class RequestPipeline {
  private static final Logger LOG = LoggerFactory.getLogger(RequestPipeline.class);

  private final SignatureCheck signatures;
  private final Authority authority;
  private final Services services;
  private final Health health;
  private final List<Observer> observers;
  private final InstantSource clock;

  private RequestPipeline(Builder parts) {
    signatures = parts.signatures;
    authority = parts.authority;
    services = Services.of(parts.services, parts.extras, parts.limits);
    health = new Health(parts.ready);
    observers = List.copyOf(parts.observers);
    clock = parts.clock;
  }

  /** A pipeline to be put together: who signs, who decides and what is served must be said. */
  public static Builder builder(
      SignatureCheck signatures, Authority authority, List<AwsService> services) {
    return new Builder(signatures, authority, services);
  }

  /** The answer to a request, whatever happens. */
  public HttpResponse answer(HttpRequest request) {
    return health.answer(request).orElseGet(() -> observed(request));
  }

  private HttpResponse observed(HttpRequest request) {
    Endpoint endpoint = services.find(request);
    Exchange exchange = new Exchange(endpoint, clock.instant());
    HttpResponse response = serveOrRefuse(request, endpoint, exchange);
    Observer.Answer answer = exchange.answer(response);
    observers.forEach(observer -> observer.answered(answer));
    return response;
  }

  private HttpResponse serveOrRefuse(HttpRequest request, Endpoint endpoint, Exchange exchange) {
    try {
      return serve(request, endpoint, exchange);
    } catch (AwsError e) {
      return refuse(e, request, endpoint, exchange);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.atError().setCause(e).log("request={} failed", exchange.requestId());
      AwsError internal =
          AwsError.of(Fault.INTERNAL, "We encountered an internal error. Please try again.");
      return refuse(internal, request, endpoint, exchange);
    }
  }

  private HttpResponse serve(HttpRequest request, Endpoint endpoint, Exchange exchange) {
    try (SignatureCheck.Verified verified = signatures.check(request)) {
      requireSameService(endpoint, verified);
      Call call = exchange.verified(verified, request);
      Endpoint.Work work = endpoint.open(request.withBody(verified.body()), exchange);
      return call.run(
          () -> {
            List<Requirement> requirements = work.requirements();
            exchange.requires(requirements);
            requirements.forEach(requirement -> authority.require(call, requirement));
            return work.perform();
          });
    }
  }

  // INVARIANT: the endpoint, chosen by what the scope claims, is that of the scope that was signed.
  // Services differ in what a signature covers, so one must not be verified for another.
  private static void requireSameService(Endpoint endpoint, SignatureCheck.Verified verified) {
    if (!verified.service().equals(endpoint.signingName())) {
      throw AwsError.of(
          Fault.INCOMPLETE_SIGNATURE, "Credential should be scoped to correct service.");
    }
  }

  private static HttpResponse refuse(
      AwsError error, HttpRequest request, Endpoint endpoint, Exchange exchange) {
    exchange.failed(endpoint.code(error, exchange).code());
    return endpoint.refuse(error, request, exchange);
  }

  /** The parts of a pipeline. */
  public static final class Builder {
    private final SignatureCheck signatures;
    private final Authority authority;
    private final List<AwsService> services;
    private final List<Observer> observers = new ArrayList<>(List.of(new RequestLog()));
    private List<ExtraOperation> extras = List.of();
    private BooleanSupplier ready = () -> true;
    private Limits limits = Limits.DEFAULT;
    private InstantSource clock = InstantSource.system();

    private Builder(SignatureCheck signatures, Authority authority, List<AwsService> services) {
      this.signatures = signatures;
      this.authority = authority;
      this.services = List.copyOf(services);
    }

    /** Adds one who sees every answer. */
    public Builder observer(Observer observer) {
      observers.add(observer);
      return this;
    }

    /** The server's own operations; none unless said. */
    public Builder extras(List<ExtraOperation> own) {
      extras = List.copyOf(own);
      return this;
    }

    /** Says whether calls are answered, for {@code /health/ready}; always unless said. */
    public Builder ready(BooleanSupplier whether) {
      ready = whether;
      return this;
    }

    /** {@link Limits#DEFAULT} unless said. */
    public Builder limits(Limits most) {
      limits = most;
      return this;
    }

    /** The system's unless said. */
    public Builder clock(InstantSource source) {
      clock = source;
      return this;
    }

    /**
     * The pipeline.
     *
     * @throws IllegalStateException if a service's table and handlers do not fit each other or its
     *     model
     */
    public RequestPipeline build() {
      return new RequestPipeline(this);
    }
  }
}
