package dev.maitred.personalize.lifecycle;

import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import dev.maitred.store.jobs.JobProgress;
import dev.maitred.store.jobs.Jobs;
import java.time.Clock;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Creates and deletes resources by way of the states that clients wait for. Safe for use by many
 * threads.
 */
public final class Lifecycle {
  static final String CREATE = "create";
  static final String DELETE = "delete";

  /** Short jobs: many may run beside the long ones. */
  private static final int LIMIT = 4;

  private final Jobs jobs;
  private final Clock clock;
  private final Steps creations = new Steps();
  private final Steps deletions = new Steps();
  private final Deletion deletion;

  /**
   * What one kind of resource does on the way; it may be run again after a crash.
   *
   * @param <T> the kind's shape
   */
  public interface Step<T> {
    /**
     * Does the work.
     *
     * @throws dev.maitred.store.jobs.JobFailure with the resource's {@code failureReason}
     */
    void run(T resource, JobProgress progress) throws Exception;
  }

  /** The lifecycle whose jobs are done by {@code jobs}. */
  public Lifecycle(Resources resources, Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
    this.deletion = new Deletion(resources, clock, deletions);
    jobs.register(CREATE, LIMIT, new Creation(resources, clock, creations));
    jobs.register(DELETE, LIMIT, deletion);
  }

  /** Makes {@code step} part of the creation of a kind, between IN_PROGRESS and ACTIVE. */
  public <T extends SdkPojo> void whenCreated(Kind<T> kind, Step<T> step) {
    creations.add(kind, step);
  }

  /** Makes {@code step} part of the deletion of a kind, before its row goes. */
  public <T extends SdkPojo> void whenDeleted(Kind<T> kind, Step<T> step) {
    deletions.add(kind, step);
  }

  /**
   * Adds a resource in {@code CREATE PENDING} with its tags, and enqueues its creation.
   *
   * @throws dev.maitred.wire.AwsError ResourceAlreadyExistsException, or for the tags
   */
  public void create(ResourceTable table, Draft<?> draft) {
    createBy(CREATE, table, draft);
  }

  /** The same, for a job of the kind's own, {@code job}, to make the resource active. */
  public void createBy(String job, ResourceTable table, Draft<?> draft) {
    insert(table, draft);
    jobs.enqueue(table.handle(), job, draft.arn());
  }

  private <T extends SdkPojo> void insert(ResourceTable table, Draft<T> draft) {
    T shape = Status.created(draft.shape(), clock.instant());
    table.insert(draft.kind(), draft.arn(), draft.name(), draft.parent(), shape);
    table.tags().put(draft.arn(), draft.tags());
  }

  /**
   * Puts a resource in {@code DELETE PENDING} and enqueues its deletion.
   *
   * @throws dev.maitred.wire.AwsError ResourceNotFoundException; ResourceInUseException while it is
   *     changing
   */
  public <T extends SdkPojo> void delete(ResourceTable table, Kind<T> kind, String arn) {
    requireSettled(kind, arn, table.require(kind, arn));
    table.update(kind, arn, shape -> Status.set(shape, Status.DELETE_PENDING, clock.instant()));
    jobs.enqueue(table.handle(), DELETE, arn);
  }

  /**
   * Refuses what can't be done to a resource while it is changing.
   *
   * @throws dev.maitred.wire.AwsError ResourceInUseException
   */
  public static void requireSettled(Kind<?> kind, String arn, SdkPojo shape) {
    if (Status.isChanging(shape)) {
      throw PersonalizeErrors.resourceInUse(
          "The %s %s has the status %s; wait until that is over."
              .formatted(kind.noun(), arn, Status.of(shape)));
    }
  }

  /** A resource that must be active before another can be built on it. */
  public static <T extends SdkPojo> T requireActive(ResourceTable table, Kind<T> kind, String arn) {
    T shape = table.require(kind, arn);
    if (!Status.isActive(shape)) {
      throw PersonalizeErrors.resourceInUse(
          "The %s %s has the status %s and must be ACTIVE."
              .formatted(kind.noun(), arn, Status.of(shape)));
    }
    return shape;
  }

  /** Does again what the creation of a resource does, for one whose description has changed. */
  public <T extends SdkPojo> void activate(Kind<T> kind, T shape, JobProgress progress)
      throws Exception {
    creations.run(kind, shape, progress);
  }

  /** Deletes a resource that goes with the one whose deletion is under way. */
  public <T extends SdkPojo> void deleteWithParent(Kind<T> kind, String arn, JobProgress progress)
      throws Exception {
    deletion.delete(kind, arn, progress);
  }
}
