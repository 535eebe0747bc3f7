/**
 * Signature Version 4, the server's side: who signed a request, and that nothing of it was altered.
 *
 * <p>{@link dev.maitred.wire.sigv4.SigV4Check} reads the signature from the headers or, of a
 * presigned request, from the query; rebuilds the canonical request from the bytes as they came;
 * and compares. A body is verified before its end can be read: held in memory and hashed, or, in
 * S3, hashed as it streams, chunk by chunk where it came as {@code aws-chunked}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     Create a signed AWS API request</a>
 */
@NullMarked
package dev.maitred.wire.sigv4;

import org.jspecify.annotations.NullMarked;
