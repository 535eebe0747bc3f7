package dev.maitred.store.jobs;

/**
 * One kind of long work.
 *
 * <p>Every method may be called again for the same subject after a crash, even when an earlier call
 * had come to its end: it must find out what is already done.
 */
public interface Job {

  /**
   * Does the work and writes its result.
   *
   * @param subject what the work is about, usually an ARN
   * @param progress tells how far the work is, and is where a request to stop is noticed
   * @throws JobFailure with the reason that users may read; any other exception is logged and
   *     hidden from them
   */
  void run(String subject, JobProgress progress) throws Exception;

  /** Records that the work will not be done, with the reason that users may read. */
  void failed(String subject, String reason);

  /** Records that a running job ended because {@link Jobs#stop} asked for it. */
  default void stopped(String subject) {}
}
