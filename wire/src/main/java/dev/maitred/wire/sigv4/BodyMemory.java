package dev.maitred.wire.sigv4;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import dev.maitred.wire.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/**
 * The memory that bodies held whole may take together: many large ones at once end in a refusal,
 * not in an exhausted heap. Bodies are held before their signature is known to be good, so anyone
 * who knows the id of a key can send them. Safe for use by many threads.
 */
public final class BodyMemory {
  private static final int BLOCK = 16 * 1024;

  private final Semaphore blocks;

  /** Memory for {@code bytes}, counted in blocks of 16 KiB. */
  public BodyMemory(long bytes) {
    blocks = new Semaphore(Math.toIntExact(bytes / BLOCK));
  }

  /** A body in memory, until it is closed. */
  final class Held implements AutoCloseable {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int taken;

    byte[] bytes() {
      return bytes.toByteArray();
    }

    private void add(byte[] block) {
      if (!blocks.tryAcquire()) {
        throw AwsError.of(
            Fault.THROTTLED, "The server holds too many large requests at once; try again later.");
      }
      taken++;
      bytes.writeBytes(block);
    }

    @Override
    public void close() {
      blocks.release(taken);
      taken = 0;
    }
  }

  /**
   * Reads a body to its end.
   *
   * @throws AwsError with {@link Fault#TOO_LARGE} if there are more than {@code limit} bytes, and
   *     with {@link Fault#THROTTLED} if the bodies held already leave no room
   */
  Held hold(HttpRequest request, int limit) {
    Held held = new Held();
    try {
      read(request.body(), limit, held);
      return held;
    } catch (RuntimeException | Error e) {
      held.close();
      throw e;
    }
  }

  private static void read(InputStream body, int limit, Held held) {
    try {
      for (byte[] block = body.readNBytes(BLOCK);
          block.length > 0;
          block = body.readNBytes(BLOCK)) {
        if (held.bytes.size() + block.length > limit) {
          throw AwsError.of(Fault.TOO_LARGE, "Request size exceeded " + limit + " bytes");
        }
        held.add(block);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
