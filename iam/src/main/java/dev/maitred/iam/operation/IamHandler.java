package dev.maitred.iam.operation;

import software.amazon.awssdk.services.iam.IamClient;

/** A part of IAM: it overrides the operations of its feature and leaves all others alone. */
public interface IamHandler extends IamClient {
  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
