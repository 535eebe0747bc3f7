package dev.maitred.store.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.store.Database;
import dev.maitred.store.jobs.JobStatus.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
  @TempDir Path dir;
  private Database database;
  private Jobs jobs;

  @BeforeEach
  void open() {
    database = Database.open(dir.resolve("maitred.db"), List.of("jobs"));
    jobs = Jobs.open(database, Clock.systemUTC(), 4);
  }

  @AfterEach
  void close() {
    jobs.close();
    database.close();
  }

  @Test
  void doesAJobOnceItsTransactionIsCommitted() throws Exception {
    Cook cook = new Cook();
    jobs.register("cook", 1, cook);
    jobs.start();
    assertThatThrownBy(
            () ->
                database.write(
                    h -> {
                      jobs.enqueue(h, "cook", "cancelled order");
                      throw new IllegalStateException("the guest left");
                    }))
        .hasMessage("the guest left");
    enqueue("cook", "soup");

    assertThat(cook.next()).isEqualTo("ran soup");
    assertThat(awaitEnd("cook", "soup").state()).isEqualTo(State.DONE);
    assertThat(jobs.newest("cook", "cancelled order")).isEmpty();
  }

  @Test
  void tellsTheReasonOfAFailureAndHidesAnInternalError() throws Exception {
    Cook cook = new Cook();
    jobs.register("cook", 1, cook);
    jobs.start();
    enqueue("cook", "fail: out of salt");
    enqueue("cook", "break: secret recipe");

    assertThat(cook.next()).isEqualTo("failed fail: out of salt because out of salt");
    assertThat(cook.next())
        .startsWith("failed break: secret recipe because Internal error.")
        .doesNotContain("because secret");
    JobStatus ended = awaitEnd("cook", "fail: out of salt");
    assertThat(ended.state()).isEqualTo(State.FAILED);
    assertThat(ended.failure()).isEqualTo("out of salt");
  }

  @Test
  void runsAgainWhatADeadProcessLeftBehind() throws Exception {
    enqueue("cook", "stew");
    database.write(h -> h.execute("update job set state='RUNNING', attempts=1, lease='dead'"));

    Cook cook = new Cook();
    jobs.register("cook", 1, cook);
    jobs.start();

    assertThat(cook.next()).isEqualTo("ran stew");
    assertThat(awaitEnd("cook", "stew").attempts()).isEqualTo(2);
  }

  @Test
  void givesUpAfterTheProcessDiedThreeTimesInAJob() throws Exception {
    enqueue("cook", "stew");
    database.write(h -> h.execute("update job set state='RUNNING', attempts=3, lease='dead'"));

    Cook cook = new Cook();
    jobs.register("cook", 1, cook);
    jobs.start();

    assertThat(cook.next())
        .isEqualTo("failed stew because The server ended 3 times while it was doing this.");
    assertThat(awaitEnd("cook", "stew").state()).isEqualTo(State.FAILED);
  }

  @Test
  void stopsAWaitingJobAtOnceAndARunningOneAtItsNextStep() throws Exception {
    Oven oven = new Oven();
    jobs.register("bake", 1, oven);
    jobs.start();
    enqueue("bake", "bread");
    oven.begun.acquire();
    enqueue("bake", "cake");

    assertThat(stop("bake", "cake")).isEqualTo(Jobs.Stop.STOPPED);
    assertThat(stop("bake", "bread")).isEqualTo(Jobs.Stop.STOPPING);
    assertThat(stop("bake", "pie")).isEqualTo(Jobs.Stop.NOTHING_TO_STOP);

    assertThat(awaitEnd("bake", "bread").state()).isEqualTo(State.STOPPED);
    assertThat(awaitEnd("bake", "cake").state()).isEqualTo(State.STOPPED);
    assertThat(oven.stopped.get()).isEqualTo(1);
  }

  @Test
  void interruptsRunningJobsAtShutdownAndRunsThemAtTheNextStart() throws Exception {
    Oven oven = new Oven();
    jobs.register("bake", 1, oven);
    jobs.start();
    enqueue("bake", "bread");
    oven.begun.acquire();
    jobs.close();
    assertThat(jobs.newest("bake", "bread").orElseThrow().state()).isEqualTo(State.PENDING);

    Cook cook = new Cook();
    jobs = Jobs.open(database, Clock.systemUTC(), 1);
    jobs.register("bake", 1, cook);
    jobs.start();

    assertThat(cook.next()).isEqualTo("ran bread");
    assertThat(awaitEnd("bake", "bread").attempts()).isEqualTo(1);
  }

  @Test
  void keepsToTheLimitOfAKindAndLetsOtherKindsPass() throws Exception {
    Oven oven = new Oven();
    Cook cook = new Cook();
    jobs.register("bake", 1, oven);
    jobs.register("cook", 1, cook);
    jobs.start();
    enqueue("bake", "bread");
    enqueue("bake", "cake");
    enqueue("cook", "soup");

    assertThat(cook.next()).isEqualTo("ran soup");
    oven.begun.acquire();
    assertThat(jobs.newest("bake", "cake").orElseThrow().state()).isEqualTo(State.PENDING);
    oven.open.countDown();
    assertThat(awaitEnd("bake", "cake").state()).isEqualTo(State.DONE);
    assertThat(oven.atOnce.get()).isEqualTo(1);
  }

  @Test
  void showsTheProgressOfARunningJob() throws Exception {
    Oven oven = new Oven();
    jobs.register("bake", 1, oven);
    jobs.start();
    enqueue("bake", "bread");
    oven.begun.acquire();

    JobStatus running = jobs.newest("bake", "bread").orElseThrow();
    assertThat(running.fraction()).isEqualTo(0.5);
    assertThat(running.doing()).isEqualTo("in the oven");
    oven.open.countDown();
    assertThat(awaitEnd("bake", "bread").fraction()).isEqualTo(1);
  }

  private void enqueue(String kind, String subject) {
    database.write(h -> jobs.enqueue(h, kind, subject));
  }

  private Jobs.Stop stop(String kind, String subject) {
    return database.write(h -> jobs.stop(h, kind, subject));
  }

  private JobStatus awaitEnd(String kind, String subject) {
    long deadline = System.nanoTime() + SECONDS.toNanos(30);
    JobStatus job = jobs.newest(kind, subject).orElseThrow();
    while (job.ended().isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      job = jobs.newest(kind, subject).orElseThrow();
    }
    return job;
  }

  /** Does what the subject says at once and keeps a record. */
  private static final class Cook implements Job {
    private final BlockingQueue<String> record = new LinkedBlockingQueue<>();

    @Override
    public void run(String subject, JobProgress progress) throws JobFailure {
      if (subject.startsWith("fail: ")) {
        throw new JobFailure(subject.substring(6));
      }
      if (subject.startsWith("break: ")) {
        throw new IllegalStateException(subject.substring(7));
      }
      record.add("ran " + subject);
    }

    @Override
    public void failed(String subject, String reason) {
      record.add("failed " + subject + " because " + reason);
    }

    String next() throws InterruptedException {
      String next = record.poll(30, SECONDS);
      return next == null ? "nothing" : next;
    }
  }

  /** Works until it is opened or stopped. */
  private static final class Oven implements Job {
    final Semaphore begun = new Semaphore(0);
    final CountDownLatch open = new CountDownLatch(1);
    final AtomicInteger inside = new AtomicInteger();
    final AtomicInteger atOnce = new AtomicInteger();
    final AtomicInteger stopped = new AtomicInteger();

    @Override
    public void run(String subject, JobProgress progress) throws InterruptedException {
      atOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        progress.at(0.5, "in the oven");
        begun.release();
        while (!open.await(1, java.util.concurrent.TimeUnit.MILLISECONDS)) {
          progress.check();
        }
      } finally {
        inside.decrementAndGet();
      }
    }

    @Override
    public void failed(String subject, String reason) {}

    @Override
    public void stopped(String subject) {
      stopped.incrementAndGet();
    }
  }
}
