package dev.maitred.objects.object;

import dev.maitred.objects.s3.Calculation;
import dev.maitred.objects.s3.Checksum;
import dev.maitred.objects.s3.S3Errors;
import dev.maitred.store.blob.Blobs;
import dev.maitred.store.blob.NewBlob;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * Takes bytes in: streams them to a new blob while their MD5 and their checksum are calculated, and
 * keeps the blob only if all is as the request says.
 */
public final class Intake {
  /** The most bytes of one object put at once, or of one part: 5 GiB. */
  public static final long MOST_BYTES = 5L << 30;

  private static final int BUFFER = 1 << 16;

  private final Blobs blobs;

  public Intake(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * What has come in and is on disk.
   *
   * @param md5 16 bytes
   * @param checksum the one that the client is answered
   * @param stored the one that is kept: the same, except for a part of an upload whose algorithm is
   *     another than that of the part's request
   */
  public record Received(String blob, long size, byte[] md5, Checksum checksum, Checksum stored) {

    /** The entity tag, in the quotes that belong to it. */
    public String eTag() {
      return '"' + HexFormat.of().formatHex(md5) + '"';
    }

    /** These bytes as the part of that number. */
    public StoredPart part(int number, Instant time) {
      return new StoredPart(
          blob,
          stored
              .into(Part.builder())
              .partNumber(number)
              .size(size)
              .eTag(eTag())
              .lastModified(time)
              .build());
    }
  }

  /**
   * Takes a stream to its end.
   *
   * @throws dev.maitred.wire.AwsError as {@link Expected#check} does, or as reading the stream does
   */
  public Received take(InputStream bytes, Expected expected) {
    try (bytes;
        NewBlob blob = blobs.create()) {
      Calculation md5 = Calculation.md5();
      Calculation sum = Calculation.of(expected.algorithm());
      Optional<Calculation> other = other(expected);
      long size = copy(bytes, blob, Stream.concat(Stream.of(md5, sum), other.stream()).toList());
      byte[] hash = md5.finish();
      Checksum checksum = Checksum.of(expected.algorithm(), sum);
      expected.check(size, hash, checksum);
      Checksum stored = other.map(one -> Checksum.of(expected.stored(), one)).orElse(checksum);
      return new Received(blob.keep(), size, hash, checksum, stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Calculation> other(Expected expected) {
    return expected.stored() == expected.algorithm()
        ? Optional.empty()
        : Optional.of(Calculation.of(expected.stored()));
  }

  private static long copy(InputStream bytes, NewBlob blob, List<Calculation> sums)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
      size += count;
      if (size > MOST_BYTES) {
        throw S3Errors.entityTooLarge(MOST_BYTES);
      }
      for (Calculation sum : sums) {
        sum.update(buffer, 0, count);
      }
      blob.write(buffer, 0, count);
    }
    return size;
  }
}
