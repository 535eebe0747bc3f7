package dev.maitred.personalize.training;

import dev.maitred.personalize.permission.PersonalizeOperations;
import dev.maitred.personalize.permission.Rows;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.solution.SolutionVersions;
import dev.maitred.store.jobs.JobStatus;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.ExtraOperation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /maitred/progress/{arn}}: how far the training of a solution version is.
 *
 * <p>It requires what {@code DescribeSolutionVersion} requires. The answer is {@code {"state": …,
 * "fraction": 0 to 1, "text": …}}.
 */
public final class GetProgress {
  private final Jobs jobs;
  private final Rows rows;

  public GetProgress(Jobs jobs, Rows rows) {
    this.jobs = jobs;
    this.rows = rows;
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
    return answer.toString();
  }
}
