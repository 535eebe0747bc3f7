package dev.maitred.objects.object;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.S3Handler;
import dev.maitred.objects.s3.Unsupported;
import dev.maitred.objects.store.S3Store;
import dev.maitred.store.blob.Lease;
import dev.maitred.wire.shape.Shapes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Answers an object's headers, with or without its bytes. */
public final class ObjectGet implements S3Handler {
  private final S3Store store;
  private final BucketTable buckets;
  private final ObjectTable objects;

  public ObjectGet(S3Store store, BucketTable buckets, ObjectTable objects) {
    this.store = store;
    this.buckets = buckets;
    this.objects = objects;
  }

  /** An object and its parts as they were at one moment. */
  private record Found(StoredObject object, List<StoredPart> parts) {}

  @Override
  public <R> R getObject(GetObjectRequest in, ResponseTransformer<GetObjectResponse, R> answer) {
    Lease lease = store.lease();
    InputStream bytes;
    GetObjectResponse response;
    try {
      Found found = find(in, in.bucket(), in.key(), in.versionId());
      new Preconditions(
              in.ifMatch(), in.ifNoneMatch(), in.ifModifiedSince(), in.ifUnmodifiedSince())
          .checkRead(found.object().head());
      Selection selection =
          Selection.of(found.object(), found.parts(), in.range(), in.partNumber());
      response = response(in, found, selection);
      long first = selection.first();
      bytes =
          lease.openOwned(StoredPart.slices(found.parts(), first, first + selection.length() - 1));
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
    return transform(answer, response, bytes);
  }

  /** Hands the bytes over; from then on it is for the one who took them to close them. */
  private static <R> R transform(
      ResponseTransformer<GetObjectResponse, R> answer,
      GetObjectResponse response,
      InputStream bytes) {
    boolean taken = false;
    try {
      R result = answer.transform(response, AbortableInputStream.create(bytes));
      taken = true;
      return result;
    } catch (RuntimeException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("The bytes of an object could not be handed over.", e);
    } finally {
      if (!taken) {
        close(bytes);
      }
    }
  }

  private static void close(InputStream bytes) {
    try {
      bytes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest in) {
    Found found = find(in, in.bucket(), in.key(), in.versionId());
    new Preconditions(in.ifMatch(), in.ifNoneMatch(), in.ifModifiedSince(), in.ifUnmodifiedSince())
        .checkRead(found.object().head());
    Selection selection = Selection.of(found.object(), found.parts(), in.range(), in.partNumber());
    GetObjectRequest get = Shapes.copy(in, GetObjectRequest.builder()).build();
    return Shapes.copy(response(get, found, selection), HeadObjectResponse.builder()).build();
  }

  private Found find(SdkPojo in, String bucket, String key, @Nullable String versionId) {
    Unsupported.refuse(in);
    checkVersion(versionId);
    return store.read(
        handle -> {
          buckets.require(handle, bucket, in);
          StoredObject object = objects.require(handle, bucket, key);
          return new Found(object, objects.parts(handle, object));
        });
  }

  /** Buckets have no versions, which S3 calls the version {@code null}. */
  static void checkVersion(@Nullable String versionId) {
    if (versionId != null && !versionId.equals("null")) {
      throw S3Errors.invalidArgument("Invalid version id specified", "versionId", versionId);
    }
  }

  private static GetObjectResponse response(GetObjectRequest in, Found found, Selection selection) {
    GetObjectResponse.Builder response =
        Shapes.copy(found.object().head(), GetObjectResponse.builder())
            .contentLength(selection.length());
    found.object().tagCount().ifPresent(response::tagCount);
    selection
        .range()
        .ifPresent(range -> response.contentRange(range.contentRange(found.object().size())));
    selection.part().ifPresent(part -> response.partsCount(found.parts().size()));
    setChecksum(in, selection, response);
    override(in, response);
    return response.build();
  }

  /** Checksums are answered when asked for, and only for the whole of what they were made of. */
  private static void setChecksum(
      GetObjectRequest in, Selection selection, GetObjectResponse.Builder response) {
    boolean partial = selection.length() != selection.object().size();
    if (in.checksumMode() == ChecksumMode.ENABLED && !partial) {
      return;
    }
    Checksum.clear(response).checksumType((String) null);
  }

  private static void override(GetObjectRequest in, GetObjectResponse.Builder response) {
    if (in.responseContentType() != null) {
      response.contentType(in.responseContentType());
    }
    if (in.responseCacheControl() != null) {
      response.cacheControl(in.responseCacheControl());
    }
    if (in.responseContentDisposition() != null) {
      response.contentDisposition(in.responseContentDisposition());
    }
    if (in.responseContentEncoding() != null) {
      response.contentEncoding(in.responseContentEncoding());
    }
    if (in.responseContentLanguage() != null) {
      response.contentLanguage(in.responseContentLanguage());
    }
    if (in.responseExpires() != null) {
      response.expires(in.responseExpires());
    }
  }
}
