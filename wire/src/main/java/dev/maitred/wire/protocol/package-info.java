/**
 * AWS's protocols from the server's side: awsJson, restJson, awsQuery and restXml.
 *
 * <p>A {@link dev.maitred.wire.protocol.Protocol} finds the operation that a request names, reads
 * the input into the SDK's request class by walking its {@code SdkField}s, and writes the answer or
 * the error exactly as AWS does.
 */
@NullMarked
package dev.maitred.wire.protocol;

import org.jspecify.annotations.NullMarked;
