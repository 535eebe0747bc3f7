package dev.maitred.personalize.training;

import dev.maitred.personalize.permission.PersonalizeOperations;
import dev.maitred.personalize.permission.Rows;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.solution.SolutionVersions;
import dev.maitred.store.jobs.JobStatus;
import dev.maitred.store.jobs.JobStatus.State;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.ExtraOperation;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /maitred/progress/{arn}}: how far the training of a solution version is.
 *
 * <p>It requires what {@code DescribeSolutionVersion} requires. The answer is {@code {"state": …,
 * "fraction": 0 to 1, "text": …}}: the text names the part at work and what is known of it so far.
 * While it runs there is {@code "secondsLeft"} too, an estimate from the time that it took so far.
 */
public final class GetProgress {
  /** Before so much is done an estimate tells nothing. */
  private static final double TELLING = 0.02;

  private final Jobs jobs;
  private final Rows rows;
  private final Clock clock;

  public GetProgress(Jobs jobs, Rows rows, Clock clock) {
    this.jobs = jobs;
    this.rows = rows;
    this.clock = clock;
  }

  public ExtraOperation operation() {
    return new ExtraOperation(
        "GET",
        ExtraOperation.PREFIX + "progress/{arn}",
        in -> PersonalizeOperations.describeSolutionVersion(rows, arn(in)),
        in -> progress(arn(in)));
  }

  private static String arn(ExtraOperation.Request in) {
    return in.labels().getOrDefault("arn", "");
  }

  private String progress(String versionArn) {
    JobStatus job =
        jobs.newest(SolutionVersions.TRAIN, versionArn)
            .orElseThrow(() -> PersonalizeErrors.resourceNotFound(versionArn));
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("state", job.state().name());
    answer.put("fraction", job.fraction());
    answer.put("text", job.doing());
    secondsLeft(job).ifPresent(seconds -> answer.put("secondsLeft", seconds));
    return answer.toString();
  }

  private OptionalLong secondsLeft(JobStatus job) {
    if (job.state() != State.RUNNING || job.started().isEmpty() || job.fraction() < TELLING) {
      return OptionalLong.empty();
    }
    double spent = Duration.between(job.started().get(), clock.instant()).toMillis() / 1000.0;
    return OptionalLong.of(Math.round(spent * (1 - job.fraction()) / job.fraction()));
  }
}
