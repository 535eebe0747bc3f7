package dev.maitred.wire;

import dev.maitred.wire.access.Authority;
import dev.maitred.wire.access.Caller;
import dev.maitred.wire.http.HttpListener;
import dev.maitred.wire.http.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * A listener over services written in a test, with a signature check that believes the credential
 * scope.
 */
public final class Wire implements AutoCloseable {
  public static final Caller BOB =
      new Caller(
          Caller.Type.USER,
          "123456789012",
          "arn:aws:iam::123456789012:user/bob",
          "AIDAEXAMPLE",
          "AKIAEXAMPLE",
          Map.of());
  public static final Limits LIMITS =
      new Limits(
          16 << 10, 1 << 20, 64 << 20, 8 << 20, 100, Duration.ofSeconds(1), Duration.ofSeconds(5));

  public final List<Observer.Answer> answers = new CopyOnWriteArrayList<>();
  public volatile boolean ready = true;
  private final HttpListener listener;

  private Wire(Authority authority, List<AwsService> services, List<ExtraOperation> extras) {
    RequestPipeline pipeline =
        RequestPipeline.builder(Wire::believe, authority, services)
            .observer(answers::add)
            .limits(LIMITS)
            .extras(extras)
            .ready(() -> ready)
            .build();
    listener = HttpListener.start("127.0.0.1", 0, LIMITS, pipeline::answer);
  }

  public static Wire serving(AwsService... services) {
    return new Wire((call, requirement) -> {}, List.of(services), List.of());
  }

  public static Wire guarded(Authority authority, AwsService... services) {
    return new Wire(authority, List.of(services), List.of());
  }

  public static Wire guarded(Authority authority, List<AwsService> services, ExtraOperation extra) {
    return new Wire(authority, services, List.of(extra));
  }

  private static SignatureCheck.Verified believe(dev.maitred.wire.http.HttpRequest request) {
    Optional<String> service = ClaimedScope.service(request);
    if (service.isEmpty()) {
      throw AwsError.of(Fault.MISSING_TOKEN, "Missing Authentication Token");
    }
    return new SignatureCheck.Verified(BOB, "us-east-1", service.get(), request.body(), () -> {});
  }

  public int port() {
    return listener.port();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** A client of the SDK that talks to this listener and does not try again. */
  public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(uri())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAEXAMPLE", "secret")))
        .overrideConfiguration(
            config ->
                config.retryStrategy(
                    software.amazon.awssdk.retries.DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  @Override
  public void close() {
    listener.close();
  }
}
