package dev.maitred.objects.s3;

import software.amazon.awssdk.services.s3.S3Client;

/** A part of the S3 API: overrides the operations of its feature and no others. */
public interface S3Handler extends S3Client {
  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
