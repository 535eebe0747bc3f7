package dev.maitred.store.jobs;

/** The end of a job for a reason that its users can understand and act on. */
public final class JobFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** A failure whose message is shown to users. */
  public JobFailure(String reason) {
    super(reason);
  }

  /** A failure whose message is shown to users and whose cause goes to the log. */
  public JobFailure(String reason, Throwable cause) {
    super(reason, cause);
  }
}
