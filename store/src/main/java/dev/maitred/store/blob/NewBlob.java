package dev.maitred.store.blob;

import dev.maitred.store.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A blob being written. Closing it without having kept it leaves nothing behind. */
public final class NewBlob extends OutputStream {
  private final String id;
  private final Path unfinished;
  private final Path folder;
  private @Nullable FileChannel file;

  NewBlob(String id, Path unfinished, Path folder) {
    this.id = id;
    this.unfinished = unfinished;
    this.folder = folder;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
    while (left.hasRemaining()) {
      channel().write(left);
    }
  }

  /** Makes the blob durable and gives its id. */
  public String keep() throws IOException {
    channel().force(true);
    channel().close();
    Files.move(unfinished, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
    Folders.flush(folder);
    return id;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      Files.deleteIfExists(unfinished);
    }
  }

  private FileChannel channel() throws IOException {
    if (file == null) {
      file = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
    return file;
  }
}
