package dev.maitred.personalize.interactions;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Ids and their dense numbers: the number of an id is its place in the order of the ids' bytes.
 *
 * <p>A {@link TextFile} that is searched where it lies. Immutable, safe for use by many threads.
 */
public final class Dictionary {
  private final TextFile ids;

  private Dictionary(TextFile ids) {
    this.ids = ids;
  }

  /**
   * Writes a dictionary.
   *
   * @param ids in the order of their UTF-8 bytes, each once
   */
  static void write(Path path, List<String> ids) throws IOException {
    TextFile.write(path, ids);
  }

  /** Opens a dictionary that {@link #write} wrote; it stays open while anybody holds it. */
  public static Dictionary open(Path path) throws IOException {
    return new Dictionary(TextFile.open(path));
  }

  public int size() {
    return ids.size();
  }

  /** The id of a number. */
  public String id(int number) {
    return ids.text(number);
  }

  /** The number of an id, or -1 if it is not here. */
  public int number(String id) {
    MemorySegment wanted = MemorySegment.ofArray(id.getBytes(StandardCharsets.UTF_8));
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(ids.bytes(middle), wanted);
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
