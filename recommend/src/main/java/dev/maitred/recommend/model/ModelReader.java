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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;

/** Reads the values that {@link ModelWriter} wrote, in the same order. */
public final class ModelReader {

  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final MemorySegment bytes;
  private final Iterator<LargeArray> large;
  private final String recipe;
  private long at;

  private ModelReader(Path file, MemorySegment mapped) {
    this.file = file;
    checkLayout(file, mapped);
    List<LargeArray> arrays = checked(file, mapped);
    this.large = arrays.iterator();
    this.bytes = mapped.asSlice(0, mapped.byteSize() - ModelFormat.TRAILER);
    this.at = Long.BYTES + Integer.BYTES;
    recipe = getText();
  }

  /**
   * Reads a file, of which no byte is used before it is known to be as it was written: at once all
   * but large arrays, and these when they are read or, those that stay in the file, when the part
   * is first needed.
   *
   * @param body makes the model from the values
   * @throws DamagedModel if the file is cut off, altered, or no model file
   * @throws UncheckedIOException if the file can't be read
   */
  public static <T> T read(Path file, Function<ModelReader, T> body) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      // What stays in the file stays mapped until nothing refers to it.
      var mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
      return body.apply(new ModelReader(file, mapped));
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
    if (isLarge(length)) {
      large.next().copy(0, length, values);
      advance(4L * length);
    } else {
      MemorySegment.copy(bytes, INT, advance(4L * length), values, 0, length);
    }
    return values;
  }

  /** Reads an array. */
  public float[] getFloats() {
    int length = getInt();
    var values = new float[room(length, Float.BYTES)];
    if (isLarge(length)) {
      large.next().copy(0, length, values);
      advance(4L * length);
    } else {
      MemorySegment.copy(bytes, FLOAT, advance(4L * length), values, 0, length);
    }
    return values;
  }

  /** Whether the array that comes next is one that {@link #getLarge} can leave in the file. */
  public boolean largeNext() {
    return isLarge(bytes.get(INT, at));
  }

  /** Passes over a large array, of whole numbers or others, that stays in the file. */
  public LargeArray getLarge() {
    advance(4L * room(getInt(), Integer.BYTES));
    return large.next();
  }

  private static boolean isLarge(int length) {
    return (long) length * Integer.BYTES >= ModelFormat.LARGE;
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

  /** Before anything else is looked at, as another layout may have its checksum elsewhere. */
  private static void checkLayout(Path file, MemorySegment mapped) {
    if (mapped.byteSize() < Long.BYTES + Integer.BYTES
        || mapped.get(LONG, 0) != ModelFormat.MAGIC) {
      throw new DamagedModel("%s is not a model file.".formatted(file));
    }
    int version = mapped.get(INT, Long.BYTES);
    if (version != ModelFormat.VERSION) {
      throw new DamagedModel(
          "%s is a model file of layout %d; this program reads layout %d."
              .formatted(file, version, ModelFormat.VERSION));
    }
  }

  /** Checks all but the content of large arrays, and finds these. */
  private static List<LargeArray> checked(Path file, MemorySegment mapped) {
    long end = mapped.byteSize() - ModelFormat.TRAILER;
    if (end < Long.BYTES + Integer.BYTES) {
      throw damaged(file);
    }
    long list = end - mapped.get(LONG, end);
    if (list < Long.BYTES + Integer.BYTES || list > end) {
      throw damaged(file);
    }
    var checksum = new CRC32C();
    var arrays = new ArrayList<LargeArray>();
    long done = 0;
    for (long at = list; at < end; ) {
      long from = at + 2 * Long.BYTES <= end ? mapped.get(LONG, at) : -1;
      long length = from < done ? -1 : mapped.get(LONG, at + Long.BYTES);
      long sums = at + 2 * Long.BYTES;
      if (length < ModelFormat.LARGE || length > list - from) {
        throw damaged(file);
      }
      at = sums + Math.ceilDiv(length, ModelFormat.BLOCK) * Integer.BYTES;
      if (at > end) {
        throw damaged(file);
      }
      update(checksum, mapped, done, from);
      done = from + length;
      arrays.add(
          new LargeArray(
              mapped.asSlice(from, length), mapped.asSlice(sums, at - sums), () -> damaged(file)));
    }
    update(checksum, mapped, done, end + Long.BYTES);
    if (checksum.getValue() != mapped.get(LONG, end + Long.BYTES)) {
      throw damaged(file);
    }
    return arrays;
  }

  private static void update(CRC32C checksum, MemorySegment bytes, long from, long to) {
    long chunk = 1L << 30;
    for (long at = from; at < to; at += chunk) {
      checksum.update(bytes.asSlice(at, Math.min(chunk, to - at)).asByteBuffer());
    }
  }

  private static DamagedModel damaged(Path file) {
    return new DamagedModel(
        "The model file %s is damaged: its checksum does not match its content.".formatted(file));
  }
}
