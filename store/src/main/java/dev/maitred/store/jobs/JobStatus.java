package dev.maitred.store.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it stands.
 *
 * @param id grows with every job
 * @param kind the kind under which its {@link Job} is registered
 * @param subject what the work is about, usually an ARN
 * @param attempts how often it was begun
 * @param fraction how far it is, from 0 to 1
 * @param doing what it was doing when last heard of
 * @param failure why it failed, or the empty string
 */
public record JobStatus(
    long id,
    String kind,
    String subject,
    State state,
    int attempts,
    double fraction,
    String doing,
    String failure,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> ended) {

  /** The states of a job; the last three are final. */
  public enum State {
    PENDING,
    RUNNING,
    DONE,
    FAILED,
    STOPPED
  }

  JobStatus at(double fraction, String doing) {
    return new JobStatus(
        id, kind, subject, state, attempts, fraction, doing, failure, created, started, ended);
  }
}
