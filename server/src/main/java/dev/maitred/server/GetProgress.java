package dev.maitred.server;

import dev.maitred.store.jobs.JobStatus;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.ExtraOperation;
import dev.maitred.wire.access.Requirement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /maitred/progress/{arn}}: how far the training of a solution version is.
 *
 * <p>It requires {@code personalize:DescribeSolutionVersion} on the version. The answer is {@code
 * {"state": …, "fraction": 0 to 1, "text": …}}.
 */
record GetProgress(Jobs jobs) {
  private static final String TRAINING = "train";

  ExtraOperation operation() {
    return new ExtraOperation(
        "GET",
        ExtraOperation.PREFIX + "progress/{arn}",
        in -> Requirement.of("personalize:DescribeSolutionVersion", arn(in)),
        in -> progress(arn(in)));
  }

  private static String arn(ExtraOperation.Request in) {
    return in.labels().getOrDefault("arn", "");
  }

  private String progress(String versionArn) {
    JobStatus job =
        jobs.newest(TRAINING, versionArn)
            .orElseThrow(
                () ->
                    AwsError.of(
                        "ResourceNotFoundException",
                        404,
                        "There is no training of a solution version " + versionArn));
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("state", job.state().name());
    answer.put("fraction", job.fraction());
    answer.put("text", job.doing());
    return answer.toString();
  }
}
