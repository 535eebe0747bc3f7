package dev.maitred.wire.sigv4;

import dev.maitred.wire.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The body of a request as its signature covers it.
 *
 * @param hash what stands for the body in the canonical request
 * @param opened the body to read once the signature is known to be good, given what signs its
 *     chunks
 * @param release gives back the memory that the body takes
 */
record Payload(String hash, Function<ChunkSignatures, InputStream> opened, Runnable release) {
  private static final Runnable NOTHING_HELD = () -> {};

  private static final String HEADER = "X-Amz-Content-Sha256";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  static Payload of(
      HttpRequest request,
      RawQuery query,
      Authorization authorization,
      Dialect dialect,
      BodyMemory memory,
      int limit) {
    return dialect.s3()
        ? streamed(request, word(request, query, authorization))
        : whole(memory.hold(request, limit));
  }

  /** A body in memory, whatever the request claims its hash to be. */
  private static Payload whole(BodyMemory.Held held) {
    byte[] body = held.bytes();
    return new Payload(
        Hashing.sha256Hex(body), signatures -> new ByteArrayInputStream(body), held::close);
  }

  private static String word(HttpRequest request, RawQuery query, Authorization authorization) {
    return request
        .header(HEADER)
        .or(() -> query.only(HEADER))
        .orElseGet(
            () -> {
              if (authorization.presigned()) {
                return UNSIGNED;
              }
              throw SigV4Errors.invalidRequest(
                  "Missing required header for this request: x-amz-content-sha256");
            });
  }

  private static Payload streamed(HttpRequest request, String word) {
    if (word.equals(UNSIGNED)) {
      return new Payload(word, signatures -> request.body(), NOTHING_HELD);
    }
    if (SHA256.matcher(word).matches()) {
      return new Payload(
          word, signatures -> new LookAhead(new HashedBody(request.body(), word)), NOTHING_HELD);
    }
    ChunkedForm form = ChunkedForm.of(word).orElseThrow(SigV4Errors::invalidContentHash);
    return new Payload(
        word,
        signatures -> new LookAhead(ChunkedBody.open(request, form, signatures)),
        NOTHING_HELD);
  }
}
