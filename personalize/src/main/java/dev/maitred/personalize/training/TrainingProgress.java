package dev.maitred.personalize.training;

import dev.maitred.personalize.interactions.TrainingSet;
import dev.maitred.recommend.Progress;
import dev.maitred.store.jobs.JobProgress;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the job, and the log in plain lines, how far a training is. */
final class TrainingProgress implements Progress {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingProgress.class);

  private final String arn;
  private final JobProgress job;
  private String component = "";

  TrainingProgress(String arn, JobProgress job) {
    this.arn = arn;
    this.job = job;
  }

  @Override
  public void at(String component, double fraction, String detail) {
    job.at(fraction, detail.isEmpty() ? component : component + ": " + detail);
    if (!component.equals(this.component)) {
      this.component = component;
      LOG.info("{} {} % {} {}", arn, Math.round(100 * fraction), component, detail);
    }
  }

  @Override
  public boolean stopped() {
    return job.stopping();
  }

  void data(TrainingSet data) {
    at(
        "data",
        0.1,
        "%d interactions of %d users with %d items"
            .formatted(data.data().events().events(), data.users().size(), data.items().size()));
  }

  void done(Map<String, Double> metrics) {
    LOG.info("{} is trained: {}", arn, metrics);
  }

  /** Ends the job as one that was asked to stop. */
  void stop() {
    job.check();
  }
}
