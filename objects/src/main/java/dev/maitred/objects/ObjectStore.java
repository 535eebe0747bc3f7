package dev.maitred.objects;

import dev.maitred.objects.bucket.BucketTable;
import dev.maitred.objects.bucket.Buckets;
import dev.maitred.objects.listing.ObjectListing;
import dev.maitred.objects.multipart.Completion;
import dev.maitred.objects.multipart.Parts;
import dev.maitred.objects.multipart.UploadListing;
import dev.maitred.objects.multipart.UploadTable;
import dev.maitred.objects.multipart.Uploads;
import dev.maitred.objects.object.Intake;
import dev.maitred.objects.object.ObjectCopy;
import dev.maitred.objects.object.ObjectDelete;
import dev.maitred.objects.object.ObjectGet;
import dev.maitred.objects.object.ObjectPut;
import dev.maitred.objects.object.ObjectTable;
import dev.maitred.objects.object.ObjectWriter;
import dev.maitred.objects.object.SourceReader;
import dev.maitred.objects.permission.S3Operations;
import dev.maitred.objects.store.S3Store;
import dev.maitred.objects.tagging.TagHandler;
import dev.maitred.store.Database;
import dev.maitred.store.blob.Blobs;
import dev.maitred.wire.AwsService;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;

/** The S3 API over rows in the database and bytes in files. */
public final class ObjectStore {
  /** The name of the migrations, for {@link Database#open}. */
  public static final String MIGRATIONS = "objects";

  private static final String MODEL = "s3-2006-03-01";
  private static final Logger LOG = LoggerFactory.getLogger(ObjectStore.class);

  private final AwsService service;

  private ObjectStore(AwsService service) {
    this.service = service;
  }

  /**
   * Opens the store, and removes the bytes of uploads that a crash cut off.
   *
   * @param dataDir the server's folder; the bytes lie in {@code objects/} below it
   * @param account 12 digits, the owner of every bucket
   */
  public static ObjectStore open(Database database, Path dataDir, Clock clock, String account) {
    Blobs blobs = Blobs.open(dataDir.resolve("objects"));
    S3Store store = new S3Store(database, blobs);
    int swept = store.sweep();
    if (swept > 0) {
      LOG.info("Removed {} files that belonged to no object", swept);
    }
    ObjectTable objects = new ObjectTable();
    return new ObjectStore(
        new AwsService(
            MODEL,
            S3Client.class,
            S3Operations.rows(store, objects),
            handlers(store, objects, new Intake(blobs), clock, account)));
  }

  private static List<S3Client> handlers(
      S3Store store, ObjectTable objects, Intake intake, Clock clock, String account) {
    BucketTable buckets = new BucketTable(account);
    UploadTable uploads = new UploadTable();
    ObjectWriter writer = new ObjectWriter(store, buckets, objects, clock);
    SourceReader sources = new SourceReader(store, buckets, objects);
    return List.of(
        new Buckets(store, buckets, clock, account),
        new ObjectPut(store, buckets, writer, intake),
        new ObjectGet(store, buckets, objects),
        new ObjectCopy(store, buckets, sources, writer, intake),
        new ObjectDelete(store, buckets, objects),
        new ObjectListing(store, buckets, account),
        new Uploads(store, buckets, uploads, clock),
        new Parts(store, buckets, uploads, sources, writer, intake),
        new Completion(store, buckets, uploads, writer),
        new UploadListing(store, buckets, uploads, account),
        new TagHandler(store, buckets, objects));
  }

  /** The service as the wire serves it. */
  public AwsService service() {
    return service;
  }
}
