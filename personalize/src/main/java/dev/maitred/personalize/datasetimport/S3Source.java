package dev.maitred.personalize.datasetimport;

import dev.maitred.store.jobs.JobFailure;
import dev.maitred.store.jobs.JobProgress;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Fetches the objects of an import, as whoever the current call is by. */
final class S3Source {
  private final S3Client s3;

  S3Source(S3Client s3) {
    this.s3 = s3;
  }

  /** Copies the location's objects into {@code folder}, in the order of their keys. */
  List<CsvFile> fetch(DataLocation location, Path folder, JobProgress progress) throws JobFailure {
    try {
      List<CsvFile> files = new ArrayList<>();
      for (String key : keys(location)) {
        progress.at(0.05, "fetching s3://" + location.bucket() + "/" + key);
        files.add(fetch(location.bucket(), key, folder.resolve(files.size() + ".csv")));
      }
      return files;
    } catch (AwsError e) {
      throw failure(location, e);
    }
  }

  private List<String> keys(DataLocation location) throws JobFailure {
    List<String> keys = location.isFolder() ? firstLevel(location) : only(location);
    if (keys.isEmpty()) {
      throw ImportFailures.nothingThere(location);
    }
    return keys;
  }

  /** The one object. AWS wants its role to be allowed to list the bucket all the same. */
  private List<String> only(DataLocation object) {
    s3.listObjectsV2(
        ListObjectsV2Request.builder()
            .bucket(object.bucket())
            .prefix(object.key())
            .maxKeys(1)
            .build());
    return List.of(object.key());
  }

  /** The folder's own objects that hold anything: not those of folders in it, no empty markers. */
  private List<String> firstLevel(DataLocation folder) {
    List<String> keys = new ArrayList<>();
    ListObjectsV2Request next =
        ListObjectsV2Request.builder()
            .bucket(folder.bucket())
            .prefix(folder.key())
            .delimiter("/")
            .build();
    ListObjectsV2Response page;
    do {
      page = s3.listObjectsV2(next);
      page.contents().stream()
          .filter(object -> object.size() > 0)
          .map(S3Object::key)
          .forEach(keys::add);
      next = next.toBuilder().continuationToken(page.nextContinuationToken()).build();
    } while (Boolean.TRUE.equals(page.isTruncated()));
    return keys;
  }

  private CsvFile fetch(String bucket, String key, Path file) {
    s3.getObject(
        GetObjectRequest.builder().bucket(bucket).key(key).build(),
        (response, content) -> Files.copy(content, file));
    return new CsvFile("s3://" + bucket + "/" + key, file);
  }

  private static JobFailure failure(DataLocation location, AwsError e) {
    return e.fault().equals(Optional.of(Fault.ACCESS_DENIED))
        ? ImportFailures.accessDenied(String.valueOf(e.getMessage()))
        : ImportFailures.unreadable(location, String.valueOf(e.getMessage()));
  }
}
