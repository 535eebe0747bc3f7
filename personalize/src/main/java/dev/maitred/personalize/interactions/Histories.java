package dev.maitred.personalize.interactions;

import dev.maitred.recommend.Interactions;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The last items of each user as of a training.
 *
 * <p>A file that is mapped into memory: the number of the last streamed event in the training, the
 * time of the newest event, the number of users, the end of each user's items, all in eight bytes,
 * then the items in four bytes each, all big-endian. Immutable, safe for use by many threads.
 */
public final class Histories {
  /** How many items of a user are kept. */
  static final int LENGTH = 100;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  /** How many numbers come before those of the users. */
  private static final long HEAD = 3;

  private final MemorySegment file;
  private final long lastEvent;
  private final long newestTime;
  private final int users;

  private Histories(MemorySegment file) {
    this.file = file;
    this.lastEvent = file.get(LONG, 0);
    this.newestTime = file.get(LONG, Long.BYTES);
    this.users = Math.toIntExact(file.get(LONG, 2 * Long.BYTES));
  }

  static void write(Path path, Interactions data, long lastEvent) throws IOException {
    try (DataOutputStream out = DurableFile.create(path)) {
      out.writeLong(lastEvent);
      out.writeLong(Arrays.stream(data.time()).max().orElse(0));
      out.writeLong(data.users());
      long end = 0;
      for (int user = 0; user < data.users(); user++) {
        end += Math.min(LENGTH, data.events(user));
        out.writeLong(end);
      }
      for (int user = 0; user < data.users(); user++) {
        int to = data.firstEvent()[user + 1];
        for (int at = to - Math.min(LENGTH, data.events(user)); at < to; at++) {
          out.writeInt(data.item()[at]);
        }
      }
    }
  }

  /** Opens a file that {@link #write} wrote; it stays open while anybody holds it. */
  public static Histories open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new Histories(
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
    }
  }

  /** The number of the last streamed event that the training saw. */
  public long lastEvent() {
    return lastEvent;
  }

  /** When the newest event of the training was, in seconds since 1970. */
  public long newestTime() {
    return newestTime;
  }

  /** The items of a user, oldest first; none for a number that is no user's. */
  public int[] of(int user) {
    if (user < 0 || user >= users) {
      return new int[0];
    }
    long first = (HEAD + users) * Long.BYTES;
    long from = user == 0 ? 0 : file.get(LONG, (HEAD - 1 + user) * Long.BYTES);
    long to = file.get(LONG, (HEAD + user) * Long.BYTES);
    return file.asSlice(first + from * Integer.BYTES, (to - from) * Integer.BYTES).toArray(INT);
  }
}
