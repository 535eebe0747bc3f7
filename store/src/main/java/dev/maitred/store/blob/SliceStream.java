package dev.maitred.store.blob;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Slices of files read as one stream, with at most one file open at a time. */
final class SliceStream extends InputStream {
  private final Iterator<Lease.Slice> slices;
  private final Function<String, Path> files;
  private @Nullable FileChannel file;
  private long left;

  SliceStream(List<Lease.Slice> slices, Function<String, Path> files) {
    this.slices = slices.iterator();
    this.files = files;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (left == 0) {
      if (!slices.hasNext()) {
        return -1;
      }
      open(slices.next());
    }
    return readFile(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)));
  }

  private int readFile(ByteBuffer into) throws IOException {
    FileChannel current = file;
    int count = current == null ? -1 : current.read(into);
    if (count < 0) {
      throw new EOFException("A stored file is " + left + " bytes shorter than its row says.");
    }
    left -= count;
    return count;
  }

  private void open(Lease.Slice slice) throws IOException {
    close();
    FileChannel next = FileChannel.open(files.apply(slice.blob()), StandardOpenOption.READ);
    file = next.position(slice.offset());
    left = slice.length();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
    left = 0;
  }
}
