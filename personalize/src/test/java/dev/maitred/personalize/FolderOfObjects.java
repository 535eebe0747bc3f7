package dev.maitred.personalize;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import dev.maitred.wire.access.ServiceRoles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Buckets that are folders, open to one role: {@link #READER}. The role {@link #STRANGER} trusts
 * Personalize but may not read, and no other role trusts it.
 */
public final class FolderOfObjects implements S3Client {
  public static final String READER = "arn:aws:iam::111122223333:role/reader";
  public static final String STRANGER = "arn:aws:iam::111122223333:role/stranger";

  private final Path buckets;

  public FolderOfObjects(Path buckets) {
    this.buckets = buckets;
  }

  /** The roles that trust Personalize. */
  public static ServiceRoles roles() {
    return (role, principal, source) -> {
      if (!List.of(READER, STRANGER).contains(role)
          || !principal.equals("personalize.amazonaws.com")) {
        throw AwsError.of(Fault.ACCESS_DENIED, role + " does not trust " + principal);
      }
      return new Caller(
          Caller.Type.ASSUMED_ROLE, "111122223333", role, "AROA:personalize", "", Map.of());
    };
  }

  /** Puts an object. */
  public void put(String bucket, String key, String content) {
    try {
      Path file = buckets.resolve(bucket).resolve(key);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request in) {
    requireReader("s3:ListBucket");
    Path bucket = buckets.resolve(in.bucket());
    try (Stream<Path> files = Files.isDirectory(bucket) ? Files.walk(bucket) : Stream.empty()) {
      return ListObjectsV2Response.builder()
          .isTruncated(false)
          .contents(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> bucket.relativize(file).toString())
                  .filter(key -> key.startsWith(in.prefix()))
                  .filter(key -> key.indexOf('/', in.prefix().length()) < 0)
                  .sorted()
                  .map(key -> S3Object.builder().key(key).size(1L).build())
                  .toList())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public <R> R getObject(GetObjectRequest in, ResponseTransformer<GetObjectResponse, R> target) {
    requireReader("s3:GetObject");
    Path file = buckets.resolve(in.bucket()).resolve(in.key());
    if (!Files.exists(file)) {
      throw AwsError.of("NoSuchKey", 404, "The specified key does not exist.");
    }
    try (InputStream content = Files.newInputStream(file)) {
      return target.transform(
          GetObjectResponse.builder().build(), AbortableInputStream.create(content));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requireReader(String action) {
    if (!Call.current().caller().arn().equals(READER)) {
      throw AwsError.of(Fault.ACCESS_DENIED, "not authorized to perform: " + action);
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
