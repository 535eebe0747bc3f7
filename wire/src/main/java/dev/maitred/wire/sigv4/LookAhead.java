package dev.maitred.wire.sigv4;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that gives its last block only after its source has come to an end without failing.
 *
 * <p>The source verifies itself at its end; a reader that stops after as many bytes as it was
 * promised, without asking for more, still can't have them all unverified. Once failed, it stays
 * failed.
 */
final class LookAhead extends FilterInputStream {
  private static final int BLOCK = 16 * 1024;

  private byte[] current = {};
  private byte[] next = {};
  private int at;
  private boolean started;
  private boolean failed;

  LookAhead(InputStream source) {
    super(source);
  }

  @Override
  public int read() throws IOException {
    return at < current.length || advance() ? current[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == current.length && !advance()) {
      return -1;
    }
    int count = Math.min(length, current.length - at);
    System.arraycopy(current, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public int available() {
    return current.length - at;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private boolean advance() throws IOException {
    if (failed) {
      throw new IOException("The body could not be verified.");
    }
    failed = true;
    byte[] ready = started ? next : in.readNBytes(BLOCK);
    byte[] ahead = ready.length == BLOCK ? in.readNBytes(BLOCK) : new byte[0];
    // INVARIANT: nothing is ready to be given before what follows it was read without failing
    started = true;
    current = ready;
    next = ahead;
    at = 0;
    failed = false;
    return current.length > 0;
  }
}
