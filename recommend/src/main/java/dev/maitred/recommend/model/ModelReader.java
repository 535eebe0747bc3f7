package dev.maitred.recommend.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import java.util.zip.CRC32C;

/** Reads the values that {@link ModelWriter} wrote, in the same order. */
public final class ModelReader {

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final MemorySegment bytes;
  private final String recipe;
  private long at;

  private ModelReader(Path file, MemorySegment bytes) {
    this.file = file;
    this.bytes = bytes;
    this.at = Long.BYTES;
    int version = getInt();
    if (version != ModelFormat.VERSION) {
      throw new DamagedModel(
          "%s is a model file of layout %d; this program reads layout %d."
              .formatted(file, version, ModelFormat.VERSION));
    }
    recipe = getText();
  }

  /**
   * Reads a file after checking that every byte is as it was written.
   *
   * @param body makes the model from the values; it must copy what it keeps
   * @throws DamagedModel if the file is cut off, altered, or no model file
   * @throws UncheckedIOException if the file can't be read
   */
  public static <T> T read(Path file, Function<ModelReader, T> body) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ);
        var arena = Arena.ofConfined()) {
      var mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return body.apply(new ModelReader(file, checked(file, mapped)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of the recipe that made the model. */
  public String recipe() {
    return recipe;
  }

  /** Reads a whole number. */
  public int getInt() {
    return bytes.get(INT, advance(Integer.BYTES));
  }

  /** Reads a long whole number. */
  public long getLong() {
    return bytes.get(LONG, advance(Long.BYTES));
  }

  /** Reads a number. */
  public float getFloat() {
    return bytes.get(FLOAT, advance(Float.BYTES));
  }

  /** Reads a text. */
  public String getText() {
    int length = getInt();
    return new String(
        bytes.asSlice(advance(length), length).toArray(ValueLayout.JAVA_BYTE),
        StandardCharsets.UTF_8);
  }

  /** Reads an array. */
  public int[] getInts() {
    int length = getInt();
    var values = new int[room(length, Integer.BYTES)];
    MemorySegment.copy(bytes, INT, advance(4L * length), values, 0, length);
    return values;
  }

  /** Reads an array. */
  public float[] getFloats() {
    int length = getInt();
    var values = new float[room(length, Float.BYTES)];
    MemorySegment.copy(bytes, FLOAT, advance(4L * length), values, 0, length);
    return values;
  }

  private int room(int length, int size) {
    if (length < 0 || (long) length * size > bytes.byteSize() - at) {
      throw damaged(file);
    }
    return length;
  }

  private long advance(long size) {
    if (size < 0 || size > bytes.byteSize() - at) {
      throw damaged(file);
    }
    long here = at;
    at += size;
    return here;
  }

  private static MemorySegment checked(Path file, MemorySegment mapped) {
    long length = mapped.byteSize() - ModelFormat.TRAILER;
    if (length < Long.BYTES || mapped.get(LONG, 0) != ModelFormat.MAGIC) {
      throw new DamagedModel("%s is not a model file.".formatted(file));
    }
    var body = mapped.asSlice(0, length);
    var checksum = new CRC32C();
    long chunk = 1L << 30;
    for (long from = 0; from < length; from += chunk) {
      checksum.update(body.asSlice(from, Math.min(chunk, length - from)).asByteBuffer());
    }
    if (checksum.getValue() != mapped.get(LONG, length)) {
      throw damaged(file);
    }
    return body;
  }

  private static DamagedModel damaged(Path file) {
    return new DamagedModel(
        "The model file %s is damaged: its checksum does not match its content.".formatted(file));
  }
}
