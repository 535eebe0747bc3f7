package dev.maitred.wire.served;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.access.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;

/** A tiny S3: objects in a map, and answers that say what was asked. */
final class Objects implements S3Client {
  record Stored(PutObjectRequest request, byte[] bytes) {}

  final Map<String, Stored> stored = new ConcurrentSkipListMap<>();

  static AwsService service(Objects objects) {
    return new AwsService(
        "s3-2006-03-01",
        S3Client.class,
        List.of(
            Row.onAll(PutObjectRequest.class, "s3:PutObject"),
            Row.on(
                GetObjectRequest.class,
                "s3:GetObject",
                in -> "arn:aws:s3:::" + in.bucket() + "/" + in.key()),
            Row.onAll(HeadObjectRequest.class, "s3:GetObject"),
            Row.onAll(DeleteObjectRequest.class, "s3:DeleteObject"),
            Row.onAll(DeleteObjectsRequest.class, "s3:DeleteObject"),
            Row.onAll(ListObjectsV2Request.class, "s3:ListBucket"),
            Row.onAll(ListBucketsRequest.class, "s3:ListAllMyBuckets"),
            Row.onAll(CreateBucketRequest.class, "s3:CreateBucket"),
            Row.onAll(GetBucketLocationRequest.class, "s3:GetBucketLocation"),
            Row.onAll(CopyObjectRequest.class, "s3:PutObject"),
            Row.onAll(CreateMultipartUploadRequest.class, "s3:PutObject"),
            Row.onAll(UploadPartRequest.class, "s3:PutObject"),
            Row.onAll(CompleteMultipartUploadRequest.class, "s3:PutObject"),
            Row.onAll(GetObjectAclRequest.class, "s3:GetObjectAcl")),
        List.of(objects));
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest in, RequestBody body) {
    stored.put(in.key(), new Stored(in, read(body)));
    return PutObjectResponse.builder().eTag("\"e\"").build();
  }

  static byte[] read(RequestBody body) {
    try (var stream = body.contentStreamProvider().newStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stored find(String bucket, String key) {
    Stored found = stored.get(key);
    if (found == null) {
      throw AwsError.of("NoSuchKey", 404, "The specified key does not exist.").with("Key", key);
    }
    return found;
  }

  @Override
  public <T> T getObject(GetObjectRequest in, ResponseTransformer<GetObjectResponse, T> out) {
    Stored found = find(in.bucket(), in.key());
    GetObjectResponse response =
        GetObjectResponse.builder()
            .contentLength((long) found.bytes.length)
            .contentType(
                in.responseContentType() == null
                    ? found.request.contentType()
                    : in.responseContentType())
            .contentEncoding(found.request.contentEncoding())
            .contentRange(in.range() == null ? null : "bytes 0-1/2")
            .metadata(found.request.metadata())
            .lastModified(java.time.Instant.EPOCH)
            .expiresString("Wed, 21 Oct 2015 07:28:00 GMT")
            .build();
    try {
      return out.transform(
          response, AbortableInputStream.create(new ByteArrayInputStream(found.bytes)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest in) {
    Stored found = find(in.bucket(), in.key());
    return HeadObjectResponse.builder()
        .contentLength((long) found.bytes.length)
        .metadata(found.request.metadata())
        .build();
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest in) {
    stored.remove(in.key());
    return DeleteObjectResponse.builder().build();
  }

  @Override
  public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest in) {
    return DeleteObjectsResponse.builder()
        .deleted(
            in.delete().objects().stream()
                .map(object -> DeletedObject.builder().key(object.key()).build())
                .toList())
        .build();
  }

  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request in) {
    return ListObjectsV2Response.builder()
        .name(in.bucket())
        .prefix(in.prefix())
        .maxKeys(in.maxKeys())
        .isTruncated(false)
        .contents(
            stored.keySet().stream()
                .map(key -> S3Object.builder().key(key).size(1L << 40).build())
                .toList())
        .commonPrefixes(prefix -> prefix.prefix("a/"), prefix -> prefix.prefix("b/"))
        .build();
  }

  @Override
  public ListBucketsResponse listBuckets(ListBucketsRequest in) {
    return ListBucketsResponse.builder()
        .buckets(bucket -> bucket.name("one"), bucket -> bucket.name("two"))
        .build();
  }

  @Override
  public CreateBucketResponse createBucket(CreateBucketRequest in) {
    String where =
        in.createBucketConfiguration() == null
            ? "-"
            : in.createBucketConfiguration().locationConstraintAsString();
    return CreateBucketResponse.builder().location("/" + in.bucket() + "@" + where).build();
  }

  @Override
  public GetBucketLocationResponse getBucketLocation(GetBucketLocationRequest in) {
    return in.bucket().equals("here")
        ? GetBucketLocationResponse.builder().build()
        : GetBucketLocationResponse.builder().locationConstraint("eu-west-1").build();
  }

  @Override
  public CopyObjectResponse copyObject(CopyObjectRequest in) {
    return CopyObjectResponse.builder()
        .copyObjectResult(result -> result.eTag(in.copySource() + ">" + in.key()))
        .build();
  }

  @Override
  public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest in) {
    return CreateMultipartUploadResponse.builder().uploadId("u1").key(in.key()).build();
  }

  @Override
  public UploadPartResponse uploadPart(UploadPartRequest in, RequestBody body) {
    return UploadPartResponse.builder().eTag(in.partNumber() + ":" + read(body).length).build();
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      CompleteMultipartUploadRequest in) {
    return CompleteMultipartUploadResponse.builder()
        .eTag(
            in.multipartUpload().parts().stream()
                    .map(part -> part.partNumber() + part.eTag())
                    .toList()
                + in.uploadId())
        .build();
  }

  @Override
  public GetObjectAclResponse getObjectAcl(GetObjectAclRequest in) {
    return GetObjectAclResponse.builder()
        .grants(
            grant -> grant.permission("READ").grantee(who -> who.type("CanonicalUser").id("me")))
        .build();
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {}
}
