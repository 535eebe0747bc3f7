package dev.maitred.wire.sigv4;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines between the chunks of an {@code aws-chunked} body, none longer than it need be. */
final class ChunkLines {
  private static final int LONGEST_HEADER = 256;
  private static final int LONGEST_TRAILER = 16 * 1024;
  private static final Pattern HEADER =
      Pattern.compile("([0-9a-fA-F]{1,15})(?:;chunk-signature=([0-9a-f]{64}))?");

  /**
   * The line before a chunk.
   *
   * @param size in bytes; 0 for the last chunk
   * @param signature in hexadecimal; empty if there is none
   */
  record Header(long size, String signature) {}

  private final InputStream in;

  ChunkLines(InputStream in) {
    this.in = in;
  }

  Header header() throws IOException {
    Matcher matcher = HEADER.matcher(line());
    if (!matcher.matches()) {
      throw SigV4Errors.incompleteBody("A chunk does not begin with its size and signature.");
    }
    String signature = matcher.group(2);
    return new Header(Long.parseLong(matcher.group(1), 16), signature == null ? "" : signature);
  }

  /** Reads the line break after a chunk. */
  void requireEmpty() throws IOException {
    if (!line().isEmpty()) {
      throw SigV4Errors.incompleteBody("A chunk is longer than its size.");
    }
  }

  /** The lines up to the end of the body that are not blank. */
  List<String> rest() throws IOException {
    byte[] bytes = in.readNBytes(LONGEST_TRAILER);
    if (bytes.length == LONGEST_TRAILER) {
      throw SigV4Errors.malformedTrailer();
    }
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    while (b >= 0 && b != '\r' && line.size() < LONGEST_HEADER) {
      line.write(b);
      b = in.read();
    }
    if (b != '\r' || in.read() != '\n') {
      throw SigV4Errors.incompleteBody("A line between chunks has no end.");
    }
    return line.toString(StandardCharsets.US_ASCII);
  }
}
