package dev.maitred.wire;

import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sees every request once, when its answer is ready: for the trail and the metrics. */
public interface Observer {

  /**
   * Called once for each request, by the thread that answers it; must be quick and must not throw.
   */
  void answered(Answer answer);

  /**
   * A request and what became of it.
   *
   * @param requestId the id answered in {@code x-amzn-RequestId}
   * @param call who asked; empty for a request whose signature was refused
   * @param service which service it was for, such as {@code personalize-runtime}
   * @param operation such as {@code CreateSchema}; empty if it named none that is known
   * @param requirements what its caller had to be allowed; empty if it was refused before that was
   *     known
   * @param status the HTTP status
   * @param code the error's code, empty for success
   * @param duration from the first header to the answer being ready; the bytes of a download are
   *     sent afterwards
   */
  record Answer(
      String requestId,
      Optional<Call> call,
      String service,
      String operation,
      List<Requirement> requirements,
      int status,
      String code,
      Duration duration) {}
}
