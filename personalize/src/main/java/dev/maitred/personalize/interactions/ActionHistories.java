package dev.maitred.personalize.interactions;

import dev.maitred.recommend.ActionHistory;
import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What each user did about actions as of a training.
 *
 * <p>A file that is mapped into memory: the number of users and the end of each user's events in
 * eight bytes each, then for each event its time in eight bytes, its action and its outcome in four
 * each, all big-endian. Immutable, safe for use by many threads.
 */
public final class ActionHistories {
  /** How many events of a user are kept. */
  static final int LENGTH = 100;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final long EVENT = Long.BYTES + 2L * Integer.BYTES;
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final MemorySegment file;
  private final int users;

  private ActionHistories(MemorySegment file) {
    this.file = file;
    this.users = Math.toIntExact(file.get(LONG, 0));
  }

  static void write(Path path, Actions actions) throws IOException {
    try (DataOutputStream out = DurableFile.create(path)) {
      out.writeLong(actions.users());
      long end = 0;
      for (int user = 0; user < actions.users(); user++) {
        end += actions.firstEvent()[user + 1] - first(actions, user);
        out.writeLong(end);
      }
      for (int user = 0; user < actions.users(); user++) {
        for (int at = first(actions, user); at < actions.firstEvent()[user + 1]; at++) {
          out.writeLong(actions.time()[at]);
          out.writeInt(actions.action()[at]);
          out.writeInt(actions.outcome()[at].ordinal());
        }
      }
    }
  }

  private static int first(Actions actions, int user) {
    return Math.max(actions.firstEvent()[user], actions.firstEvent()[user + 1] - LENGTH);
  }

  /** Opens a file that {@link #write} wrote; it stays open while anybody holds it. */
  public static ActionHistories open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new ActionHistories(
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
    }
  }

  /**
   * What a user did; nothing for a number that is no user's.
   *
   * @param now when it is asked, in seconds since 1970
   */
  public ActionHistory of(int user, long now) {
    if (user < 0 || user >= users) {
      return ActionHistory.none(now);
    }
    long from = user == 0 ? 0 : file.get(LONG, (long) user * Long.BYTES);
    int count = Math.toIntExact(file.get(LONG, (user + 1L) * Long.BYTES) - from);
    int[] action = new int[count];
    Outcome[] outcome = new Outcome[count];
    long[] time = new long[count];
    long at = (users + 1L) * Long.BYTES + from * EVENT;
    for (int event = 0; event < count; event++, at += EVENT) {
      time[event] = file.get(LONG, at);
      action[event] = file.get(INT, at + Long.BYTES);
      outcome[event] = OUTCOMES[file.get(INT, at + Long.BYTES + Integer.BYTES)];
    }
    return new ActionHistory(action, outcome, time, now);
  }
}
