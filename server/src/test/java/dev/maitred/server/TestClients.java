package dev.maitred.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The SDK's clients of one identity; they do not retry, so that a test sees the first answer.
 *
 * @param endpoint where the server answers
 * @param region the region to sign for
 * @param credentials whose requests these are
 */
public record TestClients(URI endpoint, Region region, AwsCredentials credentials) {
  private static final SdkHttpClient HTTP = UrlConnectionHttpClient.create();

  static AwsCredentials profile(Path file) {
    ProfileFile profiles =
        ProfileFile.builder().type(ProfileFile.Type.CREDENTIALS).content(file).build();
    return ProfileCredentialsProvider.builder().profileFile(profiles).build().resolveCredentials();
  }

  /** The same server as seen by another access key. */
  public TestClients with(String accessKeyId, String secret) {
    return new TestClients(endpoint, region, AwsBasicCredentials.create(accessKeyId, secret));
  }

  /** The same server as seen by a session. */
  public TestClients with(String accessKeyId, String secret, String token) {
    return new TestClients(
        endpoint, region, AwsSessionCredentials.create(accessKeyId, secret, token));
  }

  public IamClient iam() {
    return aimed(IamClient.builder().httpClient(HTTP)).build();
  }

  public StsClient sts() {
    return aimed(StsClient.builder().httpClient(HTTP)).build();
  }

  public S3Client s3() {
    return aimed(S3Client.builder().httpClient(HTTP).forcePathStyle(true)).build();
  }

  public S3Presigner presigner() {
    return S3Presigner.builder()
        .endpointOverride(endpoint)
        .region(region)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  public PersonalizeClient personalize() {
    return aimed(PersonalizeClient.builder().httpClient(HTTP)).build();
  }

  public PersonalizeRuntimeClient runtime() {
    return aimed(PersonalizeRuntimeClient.builder().httpClient(HTTP)).build();
  }

  public PersonalizeEventsClient events() {
    return aimed(PersonalizeEventsClient.builder().httpClient(HTTP)).build();
  }

  /** The answer to a signed GET of one of the server's own operations. */
  public HttpResponse<String> own(String path) {
    URI uri = endpoint.resolve(path);
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(credentials)
                        .request(
                            SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "maitred")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()))
            .request();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    signed.forEachHeader(
        (name, values) -> {
          if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
            values.forEach(value -> request.header(name, value));
          }
        });
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private <B extends AwsClientBuilder<B, ?>> B aimed(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(region)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()));
  }
}
