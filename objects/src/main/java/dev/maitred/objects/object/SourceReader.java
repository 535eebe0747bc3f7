package dev.maitred.objects.object;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.store.S3Store;
import dev.maitred.store.blob.Lease;
import java.io.InputStream;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** Reads the object that a copy is made from, as it is at one moment. */
public final class SourceReader {
  private final S3Store store;
  private final BucketTable buckets;
  private final ObjectTable objects;

  public SourceReader(S3Store store, BucketTable buckets, ObjectTable objects) {
    this.store = store;
    this.buckets = buckets;
    this.objects = objects;
  }

  /** An object held for reading, until it is closed. */
  public record Source(StoredObject object, List<StoredPart> parts, Lease lease)
      implements AutoCloseable {

    public InputStream bytes(ByteRange range) {
      return lease.open(StoredPart.slices(parts, range.first(), range.last()));
    }

    public InputStream bytes() {
      return bytes(new ByteRange(0, object.size() - 1));
    }

    @Override
    public void close() {
      lease.close();
    }
  }

  /** Holds the source, if it is there and meets the request's conditions on it. */
  public Source open(CopySource source, SdkPojo request, Preconditions conditions) {
    ObjectGet.checkVersion(source.versionId());
    Lease lease = store.lease();
    try {
      return store.read(
          handle -> {
            buckets.requireSource(handle, source.bucket(), request);
            StoredObject object = objects.require(handle, source.bucket(), source.key());
            conditions.checkCopySource(object.head());
            return new Source(object, objects.parts(handle, object), lease);
          });
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }
}
