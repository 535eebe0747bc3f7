package dev.maitred.objects.multipart;

import dev.maitred.objects.object.StoredPart;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.wire.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.Initiator;
import software.amazon.awssdk.services.s3.model.Part;

/** Uploads under way and their parts as rows. */
public final class UploadTable {

  void insert(Handle handle, Upload upload) {
    handle
        .createUpdate(
            "insert into upload (id, bucket, key, initiated_at, initiator, request)"
                + " values (:id, :bucket, :key, :at, :initiator, :request)")
        .bind("id", upload.id())
        .bind("bucket", upload.bucket())
        .bind("key", upload.key())
        .bind("at", upload.initiated().toEpochMilli())
        .bind("initiator", ShapeJson.write(upload.initiator()))
        .bind("request", ShapeJson.write(upload.request()))
        .execute();
  }

  /** The upload of that id, which must be of that object. */
  Upload require(Handle handle, String bucket, String key, String id) {
    return handle
        .createQuery("select * from upload where id = :id and bucket = :bucket and key = :key")
        .bind("id", id)
        .bind("bucket", bucket)
        .bind("key", key)
        .map(UploadTable::upload)
        .findOne()
        .orElseThrow(() -> S3Errors.noSuchUpload(id));
  }

  /**
   * Uploads after ({@code key}, {@code id}) in order of keys, then ids, that start with {@code
   * prefix}.
   */
  List<Upload> list(Handle handle, String bucket, String prefix, String key, String id, int most) {
    return handle
        .createQuery(
            "select * from upload where bucket = :bucket and key >= :key"
                + " and (key > :key or (:id <> '' and id > :id))"
                + " and substr(key, 1, length(:prefix)) = :prefix"
                + " order by key, id limit :most")
        .bind("bucket", bucket)
        .bind("key", key)
        .bind("id", id)
        .bind("prefix", prefix)
        .bind("most", most)
        .map(UploadTable::upload)
        .list();
  }

  /** Puts a part in the place of the one of its number and gives the blob that that one had. */
  List<String> putPart(Handle handle, Upload upload, StoredPart part) {
    List<String> replaced =
        handle
            .createQuery(
                "delete from upload_part where upload = :upload and number = :number"
                    + " returning blob")
            .bind("upload", upload.id())
            .bind("number", part.part().partNumber())
            .mapTo(String.class)
            .list();
    handle
        .createUpdate(
            "insert into upload_part (upload, number, blob, size, document)"
                + " values (:upload, :number, :blob, :size, :document)")
        .bind("upload", upload.id())
        .bind("number", part.part().partNumber())
        .bind("blob", part.blob())
        .bind("size", part.size())
        .bind("document", ShapeJson.write(part.part()))
        .execute();
    return replaced;
  }

  /** Parts with numbers above {@code after}, in order. */
  List<StoredPart> parts(Handle handle, Upload upload, int after, int most) {
    return handle
        .createQuery(
            "select blob, document from upload_part where upload = :upload and number > :after"
                + " order by number limit :most")
        .bind("upload", upload.id())
        .bind("after", after)
        .bind("most", most)
        .map(
            (row, context) ->
                new StoredPart(
                    row.getString("blob"), ShapeJson.read(Part.class, row.getString("document"))))
        .list();
  }

  /** Forgets an upload and its parts; their blobs are the caller's to keep or let go. */
  void delete(Handle handle, Upload upload) {
    handle.createUpdate("delete from upload where id = :id").bind("id", upload.id()).execute();
  }

  private static Upload upload(ResultSet row, StatementContext context) throws SQLException {
    return new Upload(
        row.getString("id"),
        row.getString("bucket"),
        row.getString("key"),
        Instant.ofEpochMilli(row.getLong("initiated_at")),
        ShapeJson.read(Initiator.class, row.getString("initiator")),
        ShapeJson.read(CreateMultipartUploadRequest.class, row.getString("request")));
  }
}
