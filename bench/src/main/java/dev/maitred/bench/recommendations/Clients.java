package dev.maitred.bench.recommendations;

import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The root user's SDK clients of one server. */
public record Clients(URI endpoint, ProfileCredentialsProvider credentials) {

  /** Those of the server that keeps its data there. */
  public static Clients root(URI endpoint, Path data) {
    ProfileFile file =
        ProfileFile.builder()
            .content(data.resolve("credentials"))
            .type(ProfileFile.Type.CREDENTIALS)
            .build();
    return new Clients(endpoint, ProfileCredentialsProvider.builder().profileFile(file).build());
  }

  IamClient iam() {
    return aimed(IamClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder())).build();
  }

  S3Client s3() {
    return aimed(
            S3Client.builder()
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder()))
        .build();
  }

  /** The control plane. */
  public PersonalizeClient personalize() {
    return aimed(PersonalizeClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
        .build();
  }

  /** The runtime. */
  public PersonalizeRuntimeClient runtime() {
    return aimed(
            PersonalizeRuntimeClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
        .build();
  }

  /** The events API. */
  public PersonalizeEventsClient events() {
    return aimed(
            PersonalizeEventsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
        .build();
  }

  private <B extends AwsClientBuilder<B, ?>> B aimed(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials);
  }
}
