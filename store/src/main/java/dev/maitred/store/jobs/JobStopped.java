package dev.maitred.store.jobs;

/** Unwinds a running job that was asked to stop; work lets it pass. */
public final class JobStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JobStopped() {
    super("asked to stop", null, false, false);
  }
}
