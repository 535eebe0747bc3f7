package dev.maitred.bench.recommendations;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.iam.model.AccessKey;

/**
 * Requests for the recommendations of many users, signed by the SDK's own signer and ready to be
 * sent as they are. They hold for five minutes.
 */
final class SignedRequests {
  private static final int POOL = 5_000;

  private final byte[][] requests;

  private SignedRequests(byte[][] requests) {
    this.requests = requests;
  }

  static SignedRequests sign(Shop shop, URI endpoint) {
    SplittableRandom random = new SplittableRandom(3);
    int[] users = IntStream.range(0, POOL).map(i -> random.nextInt(Watching.USERS)).toArray();
    byte[][] requests = new byte[POOL][];
    for (int at = 0; at < POOL; at++) {
      String body =
          "{\"campaignArn\":\"%s\",\"userId\":\"user-%d\"}"
              .formatted(shop.campaignArn(), users[at]);
      requests[at] = bytes(signed(shop.reader(), endpoint, body), body);
    }
    return new SignedRequests(requests);
  }

  /** One of them; any number will do. */
  byte[] request(long number) {
    return requests[(int) (number % requests.length)];
  }

  private static SdkHttpRequest signed(AccessKey key, URI endpoint, String body) {
    SdkHttpRequest request =
        SdkHttpFullRequest.builder()
            .uri(endpoint)
            .method(SdkHttpMethod.POST)
            .encodedPath("/recommendations")
            .putHeader("Content-Type", "application/json")
            .build();
    return AwsV4HttpSigner.create()
        .sign(
            r ->
                r.identity(AwsCredentialsIdentity.create(key.accessKeyId(), key.secretAccessKey()))
                    .request(request)
                    .payload(ContentStreamProvider.fromUtf8String(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "personalize")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
        .request();
  }

  private static byte[] bytes(SdkHttpRequest request, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("POST /recommendations HTTP/1.1\r\n");
    request.forEachHeader(
        (name, values) ->
            values.forEach(value -> head.append(name).append(": ").append(value).append("\r\n")));
    head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(content);
    return whole.toByteArray();
  }
}
