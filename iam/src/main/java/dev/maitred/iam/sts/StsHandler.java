package dev.maitred.iam.sts;

import software.amazon.awssdk.services.sts.StsClient;

/** A part of STS: it overrides the operations of its feature and leaves all others alone. */
interface StsHandler extends StsClient {
  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
