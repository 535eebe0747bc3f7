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
 * Texts by number, as a file that is mapped into memory: the number of texts, the end of each one's
 * bytes counted from the first byte, then all the bytes in UTF-8; numbers have eight bytes,
 * big-endian. Immutable, safe for use by many threads.
 */
final class TextFile {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final MemorySegment file;
  private final int size;

  private TextFile(MemorySegment file) {
    this.file = file;
    this.size = Math.toIntExact(file.get(LONG, 0));
  }

  static void write(Path path, List<String> texts) throws IOException {
    try (DataOutputStream out = DurableFile.create(path)) {
      out.writeLong(texts.size());
      long end = 0;
      for (String text : texts) {
        end += text.getBytes(StandardCharsets.UTF_8).length;
        out.writeLong(end);
      }
      for (String text : texts) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Opens a file that {@link #write} wrote; it stays open while anybody holds it. */
  static TextFile open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new TextFile(
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
    }
  }

  int size() {
    return size;
  }

  String text(int number) {
    return new String(bytes(number).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  MemorySegment bytes(int number) {
    long first = (1L + size) * Long.BYTES;
    long from = number == 0 ? 0 : file.get(LONG, (long) number * Long.BYTES);
    long to = file.get(LONG, (1L + number) * Long.BYTES);
    return file.asSlice(first + from, to - from);
  }
}
