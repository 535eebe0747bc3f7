package dev.maitred.conformance.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a request as vectors write it: a request line whose target may hold blanks, header lines
 * which may be folded, an empty line, the body.
 */
final class RequestText {
  private RequestText() {}

  static HttpRequest parse(String text) {
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + 2);
    List<String> lines = head.lines().toList();
    String line = lines.getFirst();
    int target = line.indexOf(' ') + 1;
    String[] parts = line.substring(target, line.lastIndexOf(' ')).split("\\?", 2);
    return new HttpRequest(
        line.substring(0, target - 1),
        parts[0],
        parts.length > 1 ? parts[1] : "",
        headers(lines.subList(1, lines.size())),
        new ByteArrayInputStream(body.getBytes(UTF_8)),
        "127.0.0.1",
        true);
  }

  private static List<Header> headers(List<String> lines) {
    List<Header> headers = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(" ")) {
        Header folded = headers.removeLast();
        headers.add(new Header(folded.name(), folded.value() + line));
      } else if (!line.isEmpty()) {
        int colon = line.indexOf(':');
        headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    return headers;
  }
}
