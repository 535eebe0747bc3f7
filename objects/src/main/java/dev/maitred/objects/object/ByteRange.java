package dev.maitred.objects.object;

import dev.maitred.objects.s3.S3Errors;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stretch of an object's bytes, both ends included, counted from 0. */
public record ByteRange(long first, long last) {
  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * What the header {@code Range} asks for of {@code size} bytes, empty where S3 passes the header
   * over and answers all of them: it has another form or more than one range.
   *
   * @throws dev.maitred.wire.AwsError {@code InvalidRange} where no byte of the object is in it
   */
  public static Optional<ByteRange> of(@Nullable String header, long size) {
    Matcher form = FORM.matcher(header == null ? "" : header.strip());
    if (!form.matches() || form.group(1).isEmpty() && form.group(2).isEmpty()) {
      return Optional.empty();
    }
    ByteRange asked = asked(form.group(1), form.group(2), size);
    if (!form.group(1).isEmpty() && asked.last < asked.first) {
      return Optional.empty();
    }
    if (asked.first >= size) {
      throw S3Errors.invalidRange(form.group(), size);
    }
    return Optional.of(new ByteRange(asked.first, Math.min(asked.last, size - 1)));
  }

  private static ByteRange asked(String first, String last, long size) {
    if (first.isEmpty()) {
      return new ByteRange(Math.max(0, size - Long.parseLong(last)), Long.MAX_VALUE);
    }
    return new ByteRange(
        Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last));
  }

  public long length() {
    return last - first + 1;
  }

  /** The header {@code Content-Range} for this stretch of {@code size} bytes. */
  String contentRange(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
