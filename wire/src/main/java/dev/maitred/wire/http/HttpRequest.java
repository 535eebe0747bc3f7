package dev.maitred.wire.http;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * A request exactly as it arrived.
 *
 * @param method such as {@code POST}
 * @param rawPath the path byte for byte, percent-escapes and {@code //} kept, without the query;
 *     starts with {@code /}
 * @param rawQuery what follows the first {@code ?}, byte for byte; empty if nothing does
 * @param headers in the order of arrival
 * @param body the bytes after the headers, transfer coding undone; can be read once
 * @param remoteAddress the client's IP address
 * @param secure whether the connection is TLS
 */
public record HttpRequest(
    String method,
    String rawPath,
    String rawQuery,
    List<Header> headers,
    InputStream body,
    String remoteAddress,
    boolean secure) {

  public HttpRequest {
    headers = List.copyOf(headers);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return Optional.of(header.value());
      }
    }
    return Optional.empty();
  }

  /** Every value of a header, in order; one for each line that it came in. */
  public List<String> headerValues(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** The same request with another body to read, such as one that is verified while it streams. */
  public HttpRequest withBody(InputStream other) {
    return new HttpRequest(method, rawPath, rawQuery, headers, other, remoteAddress, secure);
  }

  /**
   * The whole body.
   *
   * @throws AwsError with {@link Fault#TOO_LARGE} if there are more than {@code limit} bytes
   */
  public byte[] bytes(int limit) {
    try {
      byte[] bytes = body.readNBytes(limit);
      if (bytes.length == limit && body.read() >= 0) {
        throw AwsError.of(Fault.TOO_LARGE, "Request size exceeded " + limit + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
