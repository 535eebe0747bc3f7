package dev.maitred.wire.sigv4;

import dev.maitred.wire.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The bytes inside an {@code aws-chunked} body: {@code SIZE;chunk-signature=…}, that many bytes,
 * and so on to a chunk of size 0, then the trailing headers.
 *
 * <p>The end of a chunk is given only once its signature is good, and the end of the body only once
 * its length, the signature of the trailing headers and the checksums in them are.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">
 *     Signature calculations with trailing headers</a>
 */
final class ChunkedBody extends InputStream {
  private final ChunkLines lines;
  private final InputStream in;
  private final long length;
  private final Optional<ChunkSignatures> signatures;
  private final Trailer trailer;
  private final MessageDigest digest = Hashing.sha256();
  private String signature = "";
  private long total;
  private long remaining;
  private boolean ended;

  private ChunkedBody(
      InputStream in, long length, Optional<ChunkSignatures> signatures, Trailer trailer) {
    this.in = in;
    this.lines = new ChunkLines(in);
    this.length = length;
    this.signatures = signatures;
    this.trailer = trailer;
  }

  static ChunkedBody open(HttpRequest request, ChunkedForm form, ChunkSignatures signatures) {
    return new ChunkedBody(
        request.body(),
        decodedLength(request),
        form.signed() ? Optional.of(signatures) : Optional.empty(),
        form.trailer() ? Trailer.declaredBy(request) : Trailer.NONE);
  }

  private static long decodedLength(HttpRequest request) {
    String text =
        request.header("X-Amz-Decoded-Content-Length").orElseThrow(SigV4Errors::missingLength);
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw SigV4Errors.invalidRequest("x-amz-decoded-content-length must be a number of bytes.");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (ended || remaining == 0 && !beginChunk()) {
      return -1;
    }
    int got = in.read(into, offset, (int) Math.min(count, remaining));
    if (got < 0) {
      throw SigV4Errors.incompleteBody("The body ends within a chunk.");
    }
    digest.update(into, offset, got);
    trailer.update(into, offset, got);
    remaining -= got;
    if (remaining == 0) {
      endChunk();
    }
    return got;
  }

  /**
   * Reads the line before a chunk; false at the last one, after all that follows it is verified.
   */
  private boolean beginChunk() throws IOException {
    ChunkLines.Header header = lines.header();
    signature = header.signature();
    remaining = header.size();
    if (remaining > length - total) {
      throw SigV4Errors.incompleteBody(
          "The body is longer than x-amz-decoded-content-length says.");
    }
    total += remaining;
    if (remaining == 0) {
      end();
    }
    return !ended;
  }

  private void endChunk() throws IOException {
    lines.requireEmpty();
    requireSignature();
  }

  private void requireSignature() {
    String sha256 = Hashing.hex(digest.digest());
    signatures.ifPresent(chain -> chain.requireChunk(signature, sha256));
  }

  private void end() throws IOException {
    requireSignature();
    if (total != length) {
      throw SigV4Errors.incompleteBody(
          "The body is shorter than x-amz-decoded-content-length says.");
    }
    trailer.require(lines.rest(), signatures);
    ended = true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
