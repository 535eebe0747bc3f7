package dev.maitred.personalize;

import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import dev.maitred.store.jobs.Job;
import dev.maitred.store.jobs.JobProgress;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * A training job that learns nothing: it makes versions active, at once or when it is told to, and
 * stops when asked.
 */
public final class Training implements Job {
  private final Resources resources;
  private final CountDownLatch leave;

  private Training(Resources resources, CountDownLatch leave) {
    this.resources = resources;
    this.leave = leave;
  }

  /** Training that takes no time. */
  public static Training atOnce(Resources resources) {
    return new Training(resources, new CountDownLatch(0));
  }

  /** Training that goes on until {@code leave} opens. */
  public static Training until(Resources resources, CountDownLatch leave) {
    return new Training(resources, leave);
  }

  @Override
  public void run(String version, JobProgress progress) {
    set(version, Status.CREATE_IN_PROGRESS);
    while (leave.getCount() > 0) {
      progress.check();
      Thread.onSpinWait();
    }
    set(version, Status.ACTIVE);
  }

  @Override
  public void failed(String version, String reason) {
    set(version, Status.CREATE_FAILED);
  }

  @Override
  public void stopped(String version) {
    set(version, Status.CREATE_STOPPED);
  }

  private void set(String version, String status) {
    resources.update(
        Kind.SOLUTION_VERSION, version, shape -> Status.set(shape, status, Instant.now()));
  }
}
