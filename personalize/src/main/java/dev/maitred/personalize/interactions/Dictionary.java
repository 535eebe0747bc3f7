package dev.maitred.personalize.interactions;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Ids and their dense numbers: the number of an id is its place in the order of the ids' bytes.
 *
 * <p>A file that is mapped into memory and searched there: the number of ids, the end of each id's
 * bytes counted from the first byte, then all the bytes; numbers have eight bytes, big-endian.
 * Immutable, safe for use by many threads.
 */
public final class Dictionary {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final MemorySegment file;
  private final int size;

  private Dictionary(MemorySegment file) {
    this.file = file;
    this.size = Math.toIntExact(file.get(LONG, 0));
  }

  /**
   * Writes a dictionary.
   *
   * @param ids in the order of their UTF-8 bytes, each once
   */
  static void write(Path path, List<String> ids) throws IOException {
    List<byte[]> bytes = ids.stream().map(id -> id.getBytes(StandardCharsets.UTF_8)).toList();
    try (DataOutputStream out = DurableFile.create(path)) {
      out.writeLong(ids.size());
      long end = 0;
      for (byte[] id : bytes) {
        end += id.length;
        out.writeLong(end);
      }
      for (byte[] id : bytes) {
        out.write(id);
      }
    }
  }

  /** Opens a dictionary that {@link #write} wrote; it stays open while anybody holds it. */
  public static Dictionary open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new Dictionary(
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
    }
  }

  public int size() {
    return size;
  }

  /** The id of a number. */
  public String id(int number) {
    return new String(bytes(number).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  /** The number of an id, or -1 if it is not here. */
  public int number(String id) {
    MemorySegment wanted = MemorySegment.ofArray(id.getBytes(StandardCharsets.UTF_8));
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(bytes(middle), wanted);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private MemorySegment bytes(int number) {
    long first = (1L + size) * Long.BYTES;
    long from = number == 0 ? 0 : file.get(LONG, (long) number * Long.BYTES);
    long to = file.get(LONG, (1L + number) * Long.BYTES);
    return file.asSlice(first + from, to - from);
  }

  private static int compare(MemorySegment one, MemorySegment other) {
    long at = one.mismatch(other);
    if (at < 0) {
      return 0;
    }
    if (at == one.byteSize() || at == other.byteSize()) {
      return Long.compare(one.byteSize(), other.byteSize());
    }
    return Byte.compareUnsigned(
        one.get(ValueLayout.JAVA_BYTE, at), other.get(ValueLayout.JAVA_BYTE, at));
  }
}
