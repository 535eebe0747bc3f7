package dev.maitred.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * The operations that maitred has beside AWS's own, asked for as any client can: a GET under {@code
 * /maitred/}, signed with Signature Version 4 for the service {@code maitred}.
 */
final class Extras {
  private static final Set<String> SET_BY_THE_HTTP_CLIENT = Set.of("host", "content-length");

  private final Clients clients;
  private final HttpClient http = HttpClient.newHttpClient();

  Extras(Clients clients) {
    this.clients = clients;
  }

  /**
   * The JSON text at {@code path}, or nothing where the server has none or won't tell this caller.
   */
  Optional<String> get(String path) {
    try {
      HttpResponse<String> answer =
          http.send(signed(clients.endpoint().resolve(path)), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryInterrupted("interrupted");
    }
  }

  private HttpRequest signed(URI uri) {
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(
                            AwsCredentialsIdentity.create(
                                clients.key().id(), clients.key().secret()))
                        .request(
                            SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "maitred")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, clients.region().id()))
            .request();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    signed.forEachHeader(
        (name, values) -> {
          if (!SET_BY_THE_HTTP_CLIENT.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.build();
  }
}
