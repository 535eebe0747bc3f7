/**
 * The S3 API: buckets, objects, listings, multipart uploads and tags, durable on one disk.
 *
 * <p>{@link dev.maitred.objects.ObjectStore} puts the parts together. Rows (buckets, the headers of
 * objects, which bytes belong to what) are in the database, each document in the form of AWS's own
 * model classes; bytes are in {@link dev.maitred.store.blob.Blobs}. What an operation requires of
 * its caller is in {@link dev.maitred.objects.permission.S3Operations}.
 *
 * <p>Promises: what is acknowledged survives {@code kill -9}; a body that is cut off or does not
 * pass its checks leaves nothing; readers of a replaced object finish undisturbed; no object is
 * ever held in memory; no file is named by a key.
 */
@NullMarked
package dev.maitred.objects;

import org.jspecify.annotations.NullMarked;
