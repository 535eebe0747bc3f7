package dev.maitred.personalize.lifecycle;

import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import dev.maitred.store.jobs.Job;
import dev.maitred.store.jobs.JobProgress;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/** Takes a resource from {@code CREATE PENDING} to {@code ACTIVE}. */
final class Creation implements Job {
  private static final Set<String> BEGUN = Set.of(Status.CREATE_PENDING, Status.CREATE_IN_PROGRESS);

  private final Resources resources;
  private final Clock clock;
  private final Steps steps;

  Creation(Resources resources, Clock clock, Steps steps) {
    this.resources = resources;
    this.clock = clock;
    this.steps = steps;
  }

  @Override
  public void run(String arn, JobProgress progress) throws Exception {
    Optional<Kind<?>> kind = resources.read(table -> table.kind(arn));
    if (kind.isPresent()) {
      create(kind.get(), arn, progress);
    }
  }

  private <T extends SdkPojo> void create(Kind<T> kind, String arn, JobProgress progress)
      throws Exception {
    Optional<T> begun = begin(kind, arn);
    if (begun.isPresent()) {
      steps.run(kind, begun.get(), progress);
      resources.update(kind, arn, shape -> Status.set(shape, Status.ACTIVE, clock.instant()));
    }
  }

  /** The resource, now in progress; empty if an earlier run came to an end. */
  private <T extends SdkPojo> Optional<T> begin(Kind<T> kind, String arn) {
    return resources.write(
        table ->
            table
                .find(kind, arn)
                .filter(shape -> BEGUN.contains(Status.of(shape)))
                .map(shape -> table.update(kind, arn, this::inProgress)));
  }

  private <T extends SdkPojo> T inProgress(T shape) {
    return Status.set(shape, Status.CREATE_IN_PROGRESS, clock.instant());
  }

  @Override
  public void failed(String arn, String reason) {
    resources.read(table -> table.kind(arn)).ifPresent(kind -> fail(kind, arn, reason));
  }

  private <T extends SdkPojo> void fail(Kind<T> kind, String arn, String reason) {
    resources.update(kind, arn, shape -> Status.fail(shape, reason, clock.instant()));
  }
}
