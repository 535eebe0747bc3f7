package dev.maitred.server.demo;

import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * Reads the root access key as any AWS tool would: profile {@code default} of a shared-credentials
 * file.
 */
final class RootCredentials {
  private RootCredentials() {}

  static AccessKeyPair read(Path file) {
    ProfileFile profiles =
        ProfileFile.builder().type(ProfileFile.Type.CREDENTIALS).content(file).build();
    try (ProfileCredentialsProvider provider =
        ProfileCredentialsProvider.builder().profileFile(profiles).profileName("default").build()) {
      AwsCredentials key = provider.resolveCredentials();
      return new AccessKeyPair(key.accessKeyId(), key.secretAccessKey());
    }
  }
}
