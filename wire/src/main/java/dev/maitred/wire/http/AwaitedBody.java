package dev.maitred.wire.http;

import io.helidon.http.media.ReadableEntity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A request's body that is asked for when it is first read. A client that expects {@code 100
 * Continue} gets it then, and never together with the answer: {@link java.net.HttpURLConnection}
 * loses an answer that arrives with the leave to go on, and waits for it until the connection ends.
 */
final class AwaitedBody extends InputStream {
  private final ReadableEntity entity;
  private InputStream bytes = InputStream.nullInputStream();
  private boolean asked;

  AwaitedBody(ReadableEntity entity) {
    this.entity = entity;
  }

  /** Whether the client was asked for the body. */
  boolean asked() {
    return asked;
  }

  /** Asks for the body, if nobody did, and lets it go. */
  void drop() {
    if (!asked) {
      try {
        transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private InputStream bytes() {
    if (!asked) {
      asked = true;
      if (entity.hasEntity()) {
        bytes = entity.inputStream();
      }
    }
    return bytes;
  }

  @Override
  public int read() throws IOException {
    return bytes().read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return bytes().read(target, offset, length);
  }

  @Override
  public int available() throws IOException {
    return bytes.available();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
