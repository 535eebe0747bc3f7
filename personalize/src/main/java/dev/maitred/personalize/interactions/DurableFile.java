package dev.maitred.personalize.interactions;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** A new file that is on disk once it is closed. */
final class DurableFile extends FilterOutputStream {
  private final FileOutputStream file;

  private DurableFile(FileOutputStream file) {
    super(new BufferedOutputStream(file, 1 << 16));
    this.file = file;
  }

  static DataOutputStream create(Path path) throws IOException {
    return new DataOutputStream(new DurableFile(new FileOutputStream(path.toFile())));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    try (file) {
      out.flush();
      file.getFD().sync();
    }
  }
}
