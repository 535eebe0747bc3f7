package dev.maitred.store.jobs;

import java.util.concurrent.atomic.AtomicBoolean;

/** A job in the hands of this process. */
final class RunningJob implements JobProgress {
  private final JobStatus claimed;
  private final AtomicBoolean shutdown;
  private volatile boolean stopping;
  private volatile Step step;

  private record Step(double fraction, String doing) {}

  /**
   * @param claimed the row as it was claimed
   * @param shutdown set once the whole process wants to stop
   */
  RunningJob(JobStatus claimed, AtomicBoolean shutdown) {
    this.claimed = claimed;
    this.shutdown = shutdown;
    this.step = new Step(0, "starting");
  }

  @Override
  public void at(double fraction, String doing) {
    step = new Step(Math.clamp(fraction, 0, 1), doing);
    check();
  }

  @Override
  public boolean stopping() {
    return stopping || shutdown.get();
  }

  @Override
  public void check() {
    if (stopping()) {
      throw new JobStopped();
    }
  }

  JobStatus status() {
    Step now = step;
    return claimed.at(now.fraction, now.doing);
  }

  void stop() {
    stopping = true;
  }

  /** Whether this very job was asked to stop, as opposed to the process. */
  boolean stopRequested() {
    return stopping;
  }
}
