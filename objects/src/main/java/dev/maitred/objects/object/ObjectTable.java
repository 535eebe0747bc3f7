package dev.maitred.objects.object;

import dev.maitred.objects.s3.S3Errors;
import dev.maitred.objects.s3.TagSet;
import dev.maitred.wire.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.Tag;

/** Objects and their parts as rows. */
public final class ObjectTable {
  private static final String COLUMNS = "id, bucket, key, document, tags";

  public Optional<StoredObject> find(Handle handle, String bucket, String key) {
    return handle
        .createQuery("select " + COLUMNS + " from object where bucket = :bucket and key = :key")
        .bind("bucket", bucket)
        .bind("key", key)
        .map(ObjectTable::object)
        .findOne();
  }

  public StoredObject require(Handle handle, String bucket, String key) {
    return find(handle, bucket, key).orElseThrow(() -> S3Errors.noSuchKey(key));
  }

  public List<StoredPart> parts(Handle handle, StoredObject object) {
    return handle
        .createQuery(
            "select blob, document from object_part where object = :object order by number")
        .bind("object", object.id())
        .map(
            (row, context) ->
                new StoredPart(
                    row.getString("blob"), ShapeJson.read(Part.class, row.getString("document"))))
        .list();
  }

  /** Puts an object in the place of the one under its key and gives the blobs that that one had. */
  public List<String> put(
      Handle handle,
      String bucket,
      String key,
      HeadObjectResponse head,
      List<Tag> tags,
      List<StoredPart> parts) {
    List<String> replaced = delete(handle, bucket, key);
    long id =
        handle
            .createUpdate(
                "insert into object (bucket, key, document, tags)"
                    + " values (:bucket, :key, :document, :tags)")
            .bind("bucket", bucket)
            .bind("key", key)
            .bind("document", ShapeJson.write(head))
            .bind("tags", TagSet.write(tags))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    insertParts(handle, id, parts);
    return replaced;
  }

  private static void insertParts(Handle handle, long object, List<StoredPart> parts) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into object_part (object, number, blob, size, document)"
                + " values (:object, :number, :blob, :size, :document)");
    for (StoredPart part : parts) {
      batch
          .bind("object", object)
          .bind("number", part.part().partNumber())
          .bind("blob", part.blob())
          .bind("size", part.size())
          .bind("document", ShapeJson.write(part.part()))
          .add();
    }
    batch.execute();
  }

  /** Deletes the object under a key, if there is one, and gives the blobs that it had. */
  public List<String> delete(Handle handle, String bucket, String key) {
    List<String> blobs =
        handle
            .createQuery(
                "select blob from object_part join object on object.id = object_part.object"
                    + " where bucket = :bucket and key = :key")
            .bind("bucket", bucket)
            .bind("key", key)
            .mapTo(String.class)
            .list();
    handle
        .createUpdate("delete from object where bucket = :bucket and key = :key")
        .bind("bucket", bucket)
        .bind("key", key)
        .execute();
    return blobs;
  }

  public void setTags(Handle handle, StoredObject object, List<Tag> tags) {
    handle
        .createUpdate("update object set tags = :tags where id = :id")
        .bind("tags", TagSet.write(tags))
        .bind("id", object.id())
        .execute();
  }

  /** An object from a row with all the columns of the table. */
  public static StoredObject object(ResultSet row, StatementContext context) throws SQLException {
    return new StoredObject(
        row.getLong("id"),
        row.getString("bucket"),
        row.getString("key"),
        ShapeJson.read(HeadObjectResponse.class, row.getString("document")),
        TagSet.read(Optional.ofNullable(row.getString("tags"))));
  }
}
