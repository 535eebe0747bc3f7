package dev.maitred.store.jobs;

import dev.maitred.store.Database;
import dev.maitred.store.jobs.JobStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * The queue of long work of one server, and the workers that do it.
 *
 * <p>Services {@link #register} their kinds of work, then the server calls {@link #start}. Jobs of
 * all kinds are taken in the order in which they were enqueued, as far as the limits allow. The
 * server that opens the database owns every row: a job that is marked running then was left behind
 * by a process that died, and is run again, at most {@value #ATTEMPTS} times. Safe for use by many
 * threads.
 */
public final class Jobs implements AutoCloseable {
  /** The name of the migrations, for {@link Database#open}. */
  public static final String MIGRATIONS = "jobs";

  /**
   * How often a job is begun before a process that keeps dying is taken to be the job's own fault.
   */
  static final int ATTEMPTS = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final Clock clock;
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
  private final Workers workers;

  /** What became of a request to stop. */
  public enum Stop {
    /** The job had not begun and never will. */
    STOPPED,
    /** The job is running; {@link Job#stopped} is called once it has ended. */
    STOPPING,
    /** No job about the subject waits or runs. */
    NOTHING_TO_STOP
  }

  record Kind(Job job, int limit) {}

  private Jobs(Database database, Clock clock, int limit) {
    this.database = database;
    this.clock = clock;
    this.workers = new Workers(database, clock, kinds, limit);
  }

  /**
   * Opens the queue without starting anything.
   *
   * @param limit how many jobs of all kinds may run at a time
   */
  public static Jobs open(Database database, Clock clock, int limit) {
    return new Jobs(database, clock, limit);
  }

  /**
   * Makes jobs of {@code kind} be done by {@code job}.
   *
   * @param limit how many jobs of this kind may run at a time
   */
  public void register(String kind, int limit, Job job) {
    if (kinds.putIfAbsent(kind, new Kind(job, limit)) != null) {
      throw new IllegalStateException("two kinds of job are called " + kind);
    }
  }

  /** Begins to work, first on what an earlier process left behind. */
  public void start() {
    workers.start();
  }

  /** Adds a job; it exists, and begins, only once the transaction of {@code h} is committed. */
  public long enqueue(Handle h, String kind, String subject) {
    long id = JobTable.insert(h, kind, subject, clock.instant());
    h.afterCommit(workers::wake);
    return id;
  }

  /** Asks the newest job about {@code subject} to end, as part of the transaction of {@code h}. */
  public Stop stop(Handle h, String kind, String subject) {
    Optional<JobStatus> job = JobTable.newest(h, kind, subject);
    return job.map(found -> stop(h, found)).orElse(Stop.NOTHING_TO_STOP);
  }

  private Stop stop(Handle h, JobStatus job) {
    return switch (job.state()) {
      case PENDING -> {
        JobTable.end(h, job.id(), State.STOPPED, "", clock.instant());
        yield Stop.STOPPED;
      }
      case RUNNING -> {
        JobTable.requestStop(h, job.id());
        h.afterCommit(() -> workers.stop(job.id()));
        yield Stop.STOPPING;
      }
      case DONE, FAILED, STOPPED -> Stop.NOTHING_TO_STOP;
    };
  }

  /** The newest job about {@code subject}, its progress up to the moment if it is running. */
  public Optional<JobStatus> newest(String kind, String subject) {
    return database.read(h -> JobTable.newest(h, kind, subject)).map(workers::upToDate);
  }

  /** The jobs that are running. */
  public List<JobStatus> running() {
    return workers.running();
  }

  /**
   * Tells running jobs to stop, and waits a few seconds for them; they run again at the next start.
   */
  @Override
  public void close() {
    workers.close(PATIENCE);
  }
}
