package dev.maitred.wire.http;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer as it will leave.
 *
 * @param status the HTTP status
 * @param headers in the order in which they are sent, without {@code Content-Length}, which {@code
 *     content} knows
 * @param content what follows the headers
 */
public record HttpResponse(int status, List<Header> headers, Content content) {
  public HttpResponse {
    headers = List.copyOf(headers);
  }

  /** What follows the headers. */
  public sealed interface Content {}

  /** All bytes at hand. */
  public record Bytes(byte[] bytes) implements Content {}

  /**
   * Bytes to be read while they are sent; closed afterwards, also when the client has gone.
   *
   * @param length how many there are, where that is known
   */
  public record Stream(InputStream bytes, OptionalLong length) implements Content {}

  /** No bytes, though {@code Content-Length} tells how many a {@code GET} would have got. */
  public record Omitted(long length) implements Content {}

  /** An answer whose content is text in UTF-8. */
  public static HttpResponse of(int status, String contentType, String text) {
    return new HttpResponse(
        status,
        List.of(new Header("Content-Type", contentType)),
        new Bytes(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** An answer without content. */
  public static HttpResponse empty(int status) {
    return new HttpResponse(status, List.of(), new Bytes(new byte[0]));
  }

  /** The same answer with one header more. */
  public HttpResponse with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new HttpResponse(status, more, content);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
