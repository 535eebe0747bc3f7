package dev.maitred.objects.object;

import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.wire.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** The headers that an object keeps, from the request that makes it. */
public final class ObjectHeaders {
  private static final String DEFAULT_CONTENT_TYPE = "binary/octet-stream";
  private static final int MOST_METADATA_BYTES = 2048;
  private static final String STANDARD = "STANDARD";
  private static final Set<String> STORAGE_CLASSES =
      Set.of(
          STANDARD,
          "STANDARD_IA",
          "ONEZONE_IA",
          "INTELLIGENT_TIERING",
          "REDUCED_REDUNDANCY",
          "GLACIER_IR");

  private ObjectHeaders() {}

  /**
   * The kept headers of a {@code PutObject}, {@code CopyObject} or {@code CreateMultipartUpload}.
   * Size, ETag, time and checksum are still to be set.
   */
  public static HeadObjectResponse.Builder of(SdkPojo request) {
    HeadObjectResponse.Builder headers =
        Checksum.clear(Shapes.copy(request, HeadObjectResponse.builder()));
    HeadObjectResponse asked = headers.build();
    checkMetadata(asked.metadata());
    return headers
        .contentType(asked.contentType() == null ? DEFAULT_CONTENT_TYPE : asked.contentType())
        .contentEncoding(contentEncoding(asked.contentEncoding()))
        .storageClass(storageClass(asked.storageClassAsString()));
  }

  private static void checkMetadata(Map<String, String> metadata) {
    int size = metadata.entrySet().stream().mapToInt(ObjectHeaders::size).sum();
    if (size > MOST_METADATA_BYTES) {
      throw S3Errors.metadataTooLarge(size, MOST_METADATA_BYTES);
    }
  }

  private static int size(Map.Entry<String, String> entry) {
    return entry.getKey().getBytes(StandardCharsets.UTF_8).length
        + entry.getValue().getBytes(StandardCharsets.UTF_8).length;
  }

  /** {@code aws-chunked} says how the bytes travelled, not how they are encoded. */
  private static @Nullable String contentEncoding(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String kept =
        Arrays.stream(header.split(","))
            .map(String::strip)
            .filter(encoding -> !encoding.equals("aws-chunked") && !encoding.isEmpty())
            .collect(Collectors.joining(","));
    return kept.isEmpty() ? null : kept;
  }

  /** Standard is not said; the classes that must be restored before reading are not here. */
  private static @Nullable String storageClass(@Nullable String asked) {
    if (asked != null && !STORAGE_CLASSES.contains(asked)) {
      throw S3Errors.invalidStorageClass(asked);
    }
    return STANDARD.equals(asked) ? null : asked;
  }
}
