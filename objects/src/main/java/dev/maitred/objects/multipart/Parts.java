package dev.maitred.objects.multipart;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.object.ByteRange;
import dev.maitred.objects.object.CopySource;
import dev.maitred.objects.object.Expected;
import dev.maitred.objects.object.Intake;
import dev.maitred.objects.object.ObjectPut;
import dev.maitred.objects.object.ObjectWriter;
import dev.maitred.objects.object.Preconditions;
import dev.maitred.objects.object.SourceReader;
import dev.maitred.objects.object.StoredObject;
import dev.maitred.objects.object.StoredPart;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.s3.Unsupported;
import dev.maitred.objects.store.S3Store;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Takes in the parts of an upload, from the client or from another object. */
public final class Parts implements S3Handler {
  private final S3Store store;
  private final BucketTable buckets;
  private final UploadTable uploads;
  private final SourceReader sources;
  private final ObjectWriter writer;
  private final Intake intake;

  public Parts(
      S3Store store,
      BucketTable buckets,
      UploadTable uploads,
      SourceReader sources,
      ObjectWriter writer,
      Intake intake) {
    this.store = store;
    this.buckets = buckets;
    this.uploads = uploads;
    this.sources = sources;
    this.writer = writer;
    this.intake = intake;
  }

  /** The upload, and the number in it, that a part is for. */
  private record Place(SdkPojo request, String bucket, String key, String uploadId, int number) {
    Place {
      if (number < 1 || number > Uploads.MOST_PARTS) {
        throw S3Errors.invalidArgument(
            "Part number must be an integer between 1 and 10000, inclusive",
            "partNumber",
            String.valueOf(number));
      }
    }
  }

  @Override
  public UploadPartResponse uploadPart(UploadPartRequest in, RequestBody body) {
    Unsupported.refuse(in);
    Place place = new Place(in, in.bucket(), in.key(), in.uploadId(), in.partNumber());
    Upload upload = store.read(handle -> upload(handle, place));
    Expected expected =
        Expected.of(
            in,
            ObjectPut.size(body),
            in.contentMD5(),
            in.checksumAlgorithmAsString(),
            upload.algorithm());
    checkAlgorithm(upload, expected.algorithm());
    Intake.Received received =
        intake.take(body.contentStreamProvider().newStream(), expected.storing(upload.algorithm()));
    put(place, received);
    return received.checksum().into(UploadPartResponse.builder()).eTag(received.eTag()).build();
  }

  private static void checkAlgorithm(Upload upload, ChecksumAlgorithm given) {
    upload
        .namedAlgorithm()
        .filter(named -> named != given)
        .ifPresent(
            named -> {
              throw S3Errors.invalidRequest(
                  "Checksum Type mismatch occurred, expected checksum Type: %s, actual checksum Type: %s"
                      .formatted(lowerCase(named), lowerCase(given)));
            });
  }

  private static String lowerCase(ChecksumAlgorithm algorithm) {
    return algorithm.toString().toLowerCase(Locale.ROOT);
  }

  @Override
  public UploadPartCopyResponse uploadPartCopy(UploadPartCopyRequest in) {
    Unsupported.refuse(in);
    Place place =
        new Place(in, in.destinationBucket(), in.destinationKey(), in.uploadId(), in.partNumber());
    Upload upload = store.read(handle -> upload(handle, place));
    Preconditions conditions =
        new Preconditions(
            in.copySourceIfMatch(),
            in.copySourceIfNoneMatch(),
            in.copySourceIfModifiedSince(),
            in.copySourceIfUnmodifiedSince());
    try (SourceReader.Source source = sources.open(CopySource.of(in), in, conditions)) {
      Intake.Received received =
          intake.take(
              source.bytes(range(in, source.object())), Expected.nothing(upload.algorithm()));
      StoredPart part = put(place, received);
      CopyPartResult.Builder result =
          upload.namedAlgorithm().isPresent()
              ? received.checksum().into(CopyPartResult.builder())
              : CopyPartResult.builder();
      return UploadPartCopyResponse.builder()
          .copyPartResult(
              result.eTag(received.eTag()).lastModified(part.part().lastModified()).build())
          .build();
    }
  }

  /** Unlike a read, a copy takes only a range of both ends that the source has. */
  private static ByteRange range(UploadPartCopyRequest in, StoredObject source) {
    String asked = in.copySourceRange();
    if (asked == null) {
      return new ByteRange(0, source.size() - 1);
    }
    ByteRange range =
        ByteRange.of(asked, source.size())
            .orElseThrow(
                () ->
                    S3Errors.invalidArgument(
                        "The x-amz-copy-source-range value must be of the form bytes=first-last"
                            + " where first and last are the zero-based offsets of the first and"
                            + " last bytes to copy",
                        "x-amz-copy-source-range",
                        asked));
    if (!asked.endsWith("-" + range.last())) {
      throw S3Errors.invalidArgument(
          "Range specified is not valid for source object of size: " + source.size(),
          "x-amz-copy-source-range",
          asked);
    }
    return range;
  }

  private StoredPart put(Place place, Intake.Received received) {
    StoredPart part = received.part(place.number(), writer.now());
    store.write(
        List.of(received.blob()),
        (handle, unused) -> unused.addAll(uploads.putPart(handle, upload(handle, place), part)));
    return part;
  }

  private Upload upload(Handle handle, Place place) {
    buckets.require(handle, place.bucket(), place.request());
    return uploads.require(handle, place.bucket(), place.key(), place.uploadId());
  }
}
