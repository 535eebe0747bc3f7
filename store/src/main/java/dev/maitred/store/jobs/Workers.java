package dev.maitred.store.jobs;

import dev.maitred.store.Database;
import dev.maitred.store.jobs.JobStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that take jobs and do them.
 *
 * <p>One virtual thread claims rows and one writes heartbeats. Each job has a platform thread of
 * its own, of the lowest priority: it computes for seconds or minutes, and would keep a virtual
 * thread's carrier from the requests.
 */
final class Workers {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
  private static final long HEARTBEAT_MILLIS = 1000;

  private final Database database;
  private final Clock clock;
  private final Map<String, Jobs.Kind> kinds;
  private final int limit;
  private final String lease = UUID.randomUUID().toString();
  private final Map<Long, RunningJob> running = new ConcurrentHashMap<>();
  private final Semaphore work = new Semaphore(0);
  private final AtomicBoolean shutdown = new AtomicBoolean();

  Workers(Database database, Clock clock, Map<String, Jobs.Kind> kinds, int limit) {
    this.database = database;
    this.clock = clock;
    this.kinds = kinds;
    this.limit = limit;
  }

  void start() {
    database.read(h -> JobTable.abandoned(h, lease)).forEach(this::takeOver);
    Thread.ofVirtual().name("jobs").start(this::dispatch);
    Thread.ofVirtual().name("jobs-heartbeat").start(this::beat);
    wake();
  }

  /** Decides about a job whose process died. */
  private void takeOver(JobStatus job) {
    if (database.read(h -> JobTable.stopRequested(h, job.id()))) {
      tell(job, Job::stopped);
      end(job, State.STOPPED, "");
    } else if (job.attempts() >= Jobs.ATTEMPTS) {
      String reason = "The server ended " + job.attempts() + " times while it was doing this.";
      fail(job, reason);
    } else {
      LOG.info(
          "job {} ({} {}) was left behind and runs again", job.id(), job.kind(), job.subject());
      requeue(job, job.attempts());
    }
  }

  void wake() {
    work.release();
  }

  void stop(long id) {
    Optional.ofNullable(running.get(id)).ifPresent(RunningJob::stop);
  }

  JobStatus upToDate(JobStatus row) {
    RunningJob job = running.get(row.id());
    return job == null ? row : job.status();
  }

  List<JobStatus> running() {
    return running.values().stream().map(RunningJob::status).toList();
  }

  void close(Duration patience) {
    shutdown.set(true);
    wake();
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (running) {
      while (!running.isEmpty() && System.nanoTime() < deadline) {
        awaitEnd(deadline - System.nanoTime());
      }
    }
  }

  private void awaitEnd(long nanos) {
    try {
      running.wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dispatch() {
    while (!shutdown.get()) {
      work.acquireUninterruptibly();
      work.drainPermits();
      claimAll();
    }
  }

  private void claimAll() {
    try {
      for (Optional<JobStatus> next = claim(); next.isPresent(); next = claim()) {
        begin(next.get());
      }
    } catch (RuntimeException e) {
      LOG.error("cannot take the next job", e);
    }
  }

  private Optional<JobStatus> claim() {
    Collection<String> open = kindsWithRoom();
    return shutdown.get() || open.isEmpty()
        ? Optional.empty()
        : database.write(h -> JobTable.claim(h, open, lease, clock.instant()));
  }

  private List<String> kindsWithRoom() {
    List<String> busy = running().stream().map(JobStatus::kind).toList();
    return busy.size() >= limit
        ? List.of()
        : kinds.entrySet().stream()
            .filter(kind -> count(busy, kind.getKey()) < kind.getValue().limit())
            .map(Map.Entry::getKey)
            .toList();
  }

  private static long count(List<String> busy, String kind) {
    return busy.stream().filter(kind::equals).count();
  }

  private void begin(JobStatus job) {
    RunningJob mine = new RunningJob(job, shutdown);
    running.put(job.id(), mine);
    if (database.read(h -> JobTable.stopRequested(h, job.id()))) {
      mine.stop();
    }
    Thread.ofPlatform()
        .daemon()
        .priority(Thread.MIN_PRIORITY)
        .name("job-" + job.kind() + "-" + job.id())
        .start(() -> work(mine));
  }

  private void work(RunningJob mine) {
    JobStatus job = mine.status();
    try {
      outcome(mine, job);
    } catch (RuntimeException e) {
      LOG.error("cannot record the end of job {} ({} {})", job.id(), job.kind(), job.subject(), e);
    } finally {
      synchronized (running) {
        running.remove(job.id());
        running.notifyAll();
      }
      wake();
    }
  }

  /** Does the job and records how it ended. */
  private void outcome(RunningJob mine, JobStatus job) {
    try {
      job(job).run(job.subject(), mine);
      end(job, State.DONE, "");
    } catch (JobStopped e) {
      stopped(mine, job);
    } catch (JobFailure e) {
      LOG.info(
          "job {} ({} {}) failed: {}",
          job.id(),
          job.kind(),
          job.subject(),
          e.getMessage(),
          e.getCause());
      fail(job, String.valueOf(e.getMessage()));
    } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
      LOG.error("job {} ({} {}) broke", job.id(), job.kind(), job.subject(), e);
      fail(job, "Internal error. The server's log tells more under job " + job.id() + ".");
    }
  }

  private void stopped(RunningJob mine, JobStatus job) {
    if (mine.stopRequested()) {
      tell(job, Job::stopped);
      end(job, State.STOPPED, "");
    } else {
      requeue(job, job.attempts() - 1);
    }
  }

  private void fail(JobStatus job, String reason) {
    tell(job, (handler, subject) -> handler.failed(subject, reason));
    end(job, State.FAILED, reason);
  }

  private interface Message {
    void tell(Job job, String subject);
  }

  private void tell(JobStatus job, Message message) {
    try {
      message.tell(job(job), job.subject());
    } catch (RuntimeException e) {
      LOG.error("job {} ({} {}) cannot hear of its end", job.id(), job.kind(), job.subject(), e);
    }
  }

  private Job job(JobStatus job) {
    Jobs.Kind kind = kinds.get(job.kind());
    if (kind == null) {
      throw new IllegalStateException("no kind of job is called " + job.kind());
    }
    return kind.job();
  }

  private void end(JobStatus job, State state, String failure) {
    database.write(
        h -> {
          Optional.ofNullable(running.get(job.id()))
              .ifPresent(mine -> JobTable.heartbeat(h, mine.status(), clock.instant()));
          JobTable.end(h, job.id(), state, failure, clock.instant());
          return state;
        });
  }

  private void requeue(JobStatus job, int attempts) {
    database.write(
        h -> {
          JobTable.requeue(h, job.id(), attempts);
          return attempts;
        });
  }

  private void beat() {
    while (!shutdown.get()) {
      try {
        Thread.sleep(HEARTBEAT_MILLIS);
        running().forEach(this::beat);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("cannot write the heartbeat of a job", e);
      }
    }
  }

  private void beat(JobStatus job) {
    database.write(
        h -> {
          JobTable.heartbeat(h, job, clock.instant());
          return job;
        });
  }
}
