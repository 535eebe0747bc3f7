package dev.maitred.store.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The right to read every blob that was there when it was taken. */
public final class Lease implements AutoCloseable {
  private final Blobs blobs;
  private final long turn;
  private final AtomicBoolean ended = new AtomicBoolean();

  Lease(Blobs blobs, long turn) {
    this.blobs = blobs;
    this.turn = turn;
  }

  /** Bytes {@code offset} to {@code offset + length} of a blob. */
  public record Slice(String blob, long offset, long length) {}

  /** The slices one after the other, each file opened when its turn comes. */
  public InputStream open(List<Slice> slices) {
    return new SliceStream(slices, blobs::file);
  }

  /** Like {@link #open}, and closing the stream closes this lease too. */
  public InputStream openOwned(List<Slice> slices) {
    return new FilterInputStream(open(slices)) {
      @Override
      public void close() throws IOException {
        try (Lease lease = Lease.this) {
          super.close();
        }
      }
    };
  }

  @Override
  public void close() {
    if (ended.compareAndSet(false, true)) {
      blobs.end(turn);
    }
  }
}
