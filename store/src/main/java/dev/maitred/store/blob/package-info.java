/**
 * Bytes on disk: immutable files that are whole or absent, whatever happens to the process.
 *
 * <p>A {@link dev.maitred.store.blob.NewBlob} is written under {@code incoming/}, flushed to disk
 * and renamed into its folder, and that folder is flushed too, before its id is given out; the row
 * that names the id is committed after that. So a crash can leave a file without a row, never a row
 * without its file, and {@link dev.maitred.store.blob.Blobs#sweep} removes such files at the next
 * start. Files are named by random ids, never by anything that a client chose.
 *
 * <p>A {@link dev.maitred.store.blob.Lease}, taken before the rows are read, keeps every blob that
 * those rows name until it is closed, so that readers of a replaced object finish undisturbed.
 */
@NullMarked
package dev.maitred.store.blob;

import org.jspecify.annotations.NullMarked;
