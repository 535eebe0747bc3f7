package dev.maitred.server.demo;

import java.net.URI;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The SDK's clients of one person, aimed at one server. Nothing but the endpoint differs from
 * clients of AWS.
 *
 * @param endpoint where the server answers
 * @param region the region to sign for
 * @param key whose requests these are
 */
record Clients(URI endpoint, Region region, AccessKeyPair key) {
  private static final SdkHttpClient HTTP = UrlConnectionHttpClient.create();

  IamClient iam() {
    return aimed(IamClient.builder().httpClient(HTTP)).build();
  }

  S3Client s3() {
    return aimed(S3Client.builder().httpClient(HTTP).forcePathStyle(true)).build();
  }

  PersonalizeClient personalize() {
    return aimed(PersonalizeClient.builder().httpClient(HTTP)).build();
  }

  PersonalizeRuntimeClient runtime() {
    return aimed(PersonalizeRuntimeClient.builder().httpClient(HTTP)).build();
  }

  PersonalizeEventsClient events() {
    return aimed(PersonalizeEventsClient.builder().httpClient(HTTP)).build();
  }

  Clients with(AccessKeyPair other) {
    return new Clients(endpoint, region, other);
  }

  private <B extends AwsClientBuilder<B, ?>> B aimed(B builder) {
    return builder.endpointOverride(endpoint).region(region).credentialsProvider(key.provider());
  }
}
