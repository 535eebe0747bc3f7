package dev.maitred.server.demo;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.iam.model.AccessKey;

/** The access key of one of the people of the story. */
record AccessKeyPair(String id, String secret) {
  static AccessKeyPair of(AccessKey key) {
    return new AccessKeyPair(key.accessKeyId(), key.secretAccessKey());
  }

  StaticCredentialsProvider provider() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
  }

  @Override
  public String toString() {
    return id;
  }
}
