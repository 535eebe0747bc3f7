package dev.maitred.personalize.event;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.maitred.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The streamed events of all datasets: on disk for good, and the newest of each active user in
 * memory. Events are numbered in the order in which they were written. Safe for use by many
 * threads.
 */
public final class EventLog {
  /** How many streamed events of one user count for recommendations. */
  private static final int RECENT = 100;

  private static final int USERS_IN_MEMORY = 100_000;

  private final Database database;
  private final LongSupplier changes;
  private final AtomicLong commitCount = new AtomicLong();
  private final GroupCommit<List<StreamedEvent>> commits = new GroupCommit<>(this::write);
  private final LoadingCache<Who, List<RecentEvent>> recent =
      Caffeine.newBuilder().maximumSize(USERS_IN_MEMORY).build(this::load);

  /** What is done with each event that is read. */
  public interface EachEvent<X extends Exception> {
    void event(StreamedEvent event) throws X;
  }

  /**
   * Whose history it is.
   *
   * @param change the number of changes of resources before it was read: a history does not outlive
   *     one, because a new dataset may have the name of a deleted one
   */
  private record Who(String dataset, String name, long change) {}

  private record Written(long number, StreamedEvent event) {}

  /**
   * @param changes how many changes of resources there have been, counted after each commit and
   *     before its acknowledgement
   */
  public EventLog(Database database, LongSupplier changes) {
    this.database = database;
    this.changes = changes;
  }

  /** Adds events; they are on disk, and part of their users' histories, when this returns. */
  public void append(List<StreamedEvent> events) {
    commits.add(List.copyOf(events));
  }

  /**
   * The newest streamed events of one user, oldest first.
   *
   * @param who a user's id, or the id of a session without a user
   */
  public List<RecentEvent> recent(String dataset, String who) {
    return recent.get(new Who(dataset, who, changes.getAsLong()));
  }

  /** The number of the newest event of a dataset, 0 without one. */
  public long newest(String dataset) {
    return database.read(h -> EventTable.newest(h, dataset));
  }

  /**
   * Reads the events that training may use, oldest first: those of a user, or of a session that
   * some event ties to a user; an event id that was used again counts once.
   *
   * @param upTo the number of the last event to read
   */
  public <X extends Exception> void forTraining(String dataset, long upTo, EachEvent<X> each)
      throws X {
    database.<Long, X>read(
        h -> {
          EventTable.forTraining(h, dataset, upTo, each);
          return upTo;
        });
  }

  /** Tells apart whether events were written: it changes before they are acknowledged. */
  public long commits() {
    return commitCount.get();
  }

  /**
   * Reads the events of a dataset that were written after one, oldest first; an event id that was
   * used again counts once.
   *
   * @param number the number of the event after which to begin
   * @return the number of the newest event of all datasets, {@code number} if there is none
   */
  public <X extends Exception> long since(String dataset, long number, EachEvent<X> each) throws X {
    return database.<Long, X>read(h -> EventTable.since(h, dataset, number, each));
  }

  private void write(List<List<StreamedEvent>> batch) {
    List<Written> written =
        database.write(
            h -> {
              List<Written> numbered = new ArrayList<>();
              for (List<StreamedEvent> events : batch) {
                for (StreamedEvent event : events) {
                  numbered.add(new Written(EventTable.insert(h, event), event));
                }
              }
              return numbered;
            });
    written.forEach(this::remember);
    commitCount.incrementAndGet();
  }

  /** Adds an event to a history in memory; one that is not there will be read from disk. */
  private void remember(Written written) {
    StreamedEvent event = written.event();
    recent
        .asMap()
        .computeIfPresent(
            new Who(event.dataset(), event.who(), changes.getAsLong()),
            (who, events) -> with(events, recent(written.number(), event)));
  }

  private static List<RecentEvent> with(List<RecentEvent> events, RecentEvent event) {
    if (!events.isEmpty() && events.getLast().number() >= event.number()) {
      return events; // It was read from disk after it had been written.
    }
    List<RecentEvent> more = new ArrayList<>(events);
    more.add(event);
    return List.copyOf(more.subList(Math.max(0, more.size() - RECENT), more.size()));
  }

  private static RecentEvent recent(long number, StreamedEvent event) {
    return new RecentEvent(number, event.item(), event.type(), event.value());
  }

  private List<RecentEvent> load(Who who) {
    return database.read(h -> EventTable.recent(h, who.dataset(), who.name(), RECENT)).reversed();
  }
}
