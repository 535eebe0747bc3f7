package dev.maitred.recommend.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Writes the values of a model in order; {@link ModelReader} reads them back in the same order. The
 * layout is that of {@link ModelFormat}.
 */
public final class ModelWriter {

  private static final int CHUNK = 1 << 20;

  private final FileChannel channel;
  private final CRC32C checksum = new CRC32C();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

  private final List<Large> large = new ArrayList<>();

  private record Large(long from, long length, int[] checksums) {}

  private ModelWriter(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Writes a file whole or not at all: beside its place first, forced to disk, then renamed.
   *
   * @throws UncheckedIOException if the file can't be written; its place is then as it was
   */
  public static void write(Path file, String recipe, Consumer<ModelWriter> body) {
    Path directory = file.toAbsolutePath().resolveSibling(".").normalize();
    Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".draft");
    try {
      Files.createDirectories(directory);
      writeDraft(draft, recipe, body);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deleteQuietly(draft);
    }
  }

  private static void writeDraft(Path draft, String recipe, Consumer<ModelWriter> body)
      throws IOException {
    try (var channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var writer = new ModelWriter(channel);
      writer.putLong(ModelFormat.MAGIC);
      writer.putInt(ModelFormat.VERSION);
      writer.putText(recipe);
      body.accept(writer);
      writer.putLarge();
      writer.drain();
      writer.buffer.putLong(writer.checksum.getValue());
      writer.drain();
      channel.force(true);
    }
  }

  /** Writes a whole number. */
  public void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  /** Writes a long whole number. */
  public void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  /** Writes a number. */
  public void putFloat(float value) {
    room(Float.BYTES).putFloat(value);
  }

  /** Writes a text of at most a thousand or so letters. */
  public void putText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    putInt(bytes.length);
    room(bytes.length).put(bytes);
  }

  /** Writes an array and its length. */
  public void putInts(int[] values) {
    putArray(values.length, (from, count) -> buffer.asIntBuffer().put(values, from, count));
  }

  /** Writes an array and its length. */
  public void putFloats(float[] values) {
    putArray(values.length, (from, count) -> buffer.asFloatBuffer().put(values, from, count));
  }

  /** Puts some numbers of an array, four bytes each, where the buffer stands. */
  @FunctionalInterface
  private interface Stretch {
    void put(int from, int count);
  }

  private void putArray(int length, Stretch stretch) {
    putInt(length);
    if ((long) length * Integer.BYTES >= ModelFormat.LARGE) {
      drain();
      putLarge(length, stretch);
    } else {
      room(length * Integer.BYTES);
      stretch.put(0, length);
      buffer.position(buffer.position() + length * Integer.BYTES);
    }
  }

  private void putLarge(int length, Stretch stretch) {
    try {
      long bytes = (long) length * Integer.BYTES;
      var checksums = new int[Math.toIntExact(Math.ceilDiv(bytes, ModelFormat.BLOCK))];
      large.add(new Large(channel.position(), bytes, checksums));
      int perChunk = CHUNK / Integer.BYTES;
      for (int from = 0; from < length; from += perChunk) {
        int count = Math.min(perChunk, length - from);
        stretch.put(from, count);
        buffer.limit(count * Integer.BYTES);
        int block = (int) ((long) from * Integer.BYTES / ModelFormat.BLOCK);
        for (int at = 0; at < buffer.limit(); at += ModelFormat.BLOCK) {
          int size = Math.min(ModelFormat.BLOCK, buffer.limit() - at);
          var sum = new CRC32C();
          sum.update(buffer.slice(at, size));
          checksums[block++] = (int) sum.getValue();
        }
        writeOut();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void putLarge() {
    long length = 0;
    for (Large array : large) {
      putLong(array.from());
      putLong(array.length());
      for (int sum : array.checksums()) {
        putInt(sum);
      }
      length += 2 * Long.BYTES + (long) array.checksums().length * Integer.BYTES;
    }
    putLong(length);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      drain();
    }
    return buffer;
  }

  private void drain() {
    buffer.flip();
    checksum.update(buffer.duplicate());
    try {
      writeOut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeOut() throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  private static void force(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void deleteQuietly(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // The draft is left behind; nobody reads files of this name.
    }
  }
}
