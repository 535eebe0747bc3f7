package dev.maitred.personalize.lifecycle;

import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import dev.maitred.store.jobs.Job;
import dev.maitred.store.jobs.JobProgress;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** Takes a resource from {@code DELETE PENDING} out of the table. */
final class Deletion implements Job {
  private final Resources resources;
  private final Clock clock;
  private final Steps steps;

  Deletion(Resources resources, Clock clock, Steps steps) {
    this.resources = resources;
    this.clock = clock;
    this.steps = steps;
  }

  @Override
  public void run(String arn, JobProgress progress) throws Exception {
    Optional<Kind<?>> kind = resources.read(table -> table.kind(arn));
    if (kind.isPresent()) {
      delete(kind.get(), arn, progress);
    }
  }

  <T extends SdkPojo> void delete(Kind<T> kind, String arn, JobProgress progress) throws Exception {
    T begun = begin(kind, arn);
    steps.run(kind, begun, progress);
    resources.change(table -> table.delete(arn));
  }

  /** A dataset group stays in {@code DELETE PENDING}: AWS documents no other state for it. */
  private <T extends SdkPojo> T begin(Kind<T> kind, String arn) {
    return kind.equals(Kind.DATASET_GROUP)
        ? resources.require(kind, arn)
        : resources.update(
            kind, arn, shape -> Status.set(shape, Status.DELETE_IN_PROGRESS, clock.instant()));
  }

  /** Gives the resource back, so that its deletion can be asked for again. */
  @Override
  public void failed(String arn, String reason) {
    resources.read(table -> table.kind(arn)).ifPresent(kind -> giveBack(kind, arn));
  }

  private <T extends SdkPojo> void giveBack(Kind<T> kind, String arn) {
    resources.update(kind, arn, shape -> Status.set(shape, Status.ACTIVE, clock.instant()));
  }
}
