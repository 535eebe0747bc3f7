package dev.maitred.store.jobs;

/** How far a running job is. Safe for use by many threads. */
public interface JobProgress {

  /**
   * Tells how far the work is.
   *
   * @param fraction from 0 to 1
   * @param doing what is being done, as a short phrase
   * @throws JobStopped if the job was asked to stop
   */
  void at(double fraction, String doing);

  /** Whether the job was asked to stop, for work that ends itself in its own way. */
  boolean stopping();

  /** Ends the work here if it was asked to stop. */
  void check();
}
