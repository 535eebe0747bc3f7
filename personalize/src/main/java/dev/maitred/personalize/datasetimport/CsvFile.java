package dev.maitred.personalize.datasetimport;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A CSV file on this machine.
 *
 * @param name what messages call it, the object's {@code s3://} address
 * @param path where it lies
 */
public record CsvFile(String name, Path path) {
  private static final int LONGEST_HEADER = 64 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The names in the first line; empty if there is none, or if it is not text. */
  List<String> header() throws IOException {
    String line = firstLine();
    return line.isBlank()
        ? List.of()
        : Arrays.stream(withoutMark(line).split(",", -1)).map(String::strip).toList();
  }

  /** Whether it is compressed by gzip, by its first two bytes. */
  boolean isGzip() throws IOException {
    try (InputStream bytes = Files.newInputStream(path)) {
      return bytes.read() == 0x1f && bytes.read() == 0x8b;
    }
  }

  private String firstLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
      for (int next = bytes.read(); next >= 0 && next != '\n'; next = bytes.read()) {
        line.write(next);
        if (line.size() > LONGEST_HEADER) {
          return "";
        }
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  /**
   * The number of the line, from 1, that holds a row; rows count from 0, blank lines and those
   * {@code left} out do not.
   */
  long lineOf(long row, Set<Long> left) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
      long number = 0;
      long rows = -2;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        rows += line.isBlank() || left.contains(number) ? 0 : 1;
        if (rows == row) {
          return number;
        }
      }
      return number;
    }
  }

  private static String withoutMark(String line) {
    return line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
  }
}
