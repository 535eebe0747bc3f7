package dev.maitred.personalize.solution;

import dev.maitred.personalize.lifecycle.Draft;
import dev.maitred.personalize.lifecycle.Lifecycle;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.Listing;
import dev.maitred.personalize.resource.Page;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.PersonalizeHandler;
import dev.maitred.personalize.resource.Place;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.shape.Shapes;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionResponse;
import software.amazon.awssdk.services.personalize.model.DescribeSolutionVersionRequest;
import software.amazon.awssdk.services.personalize.model.DescribeSolutionVersionResponse;
import software.amazon.awssdk.services.personalize.model.ListSolutionVersionsRequest;
import software.amazon.awssdk.services.personalize.model.ListSolutionVersionsResponse;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.SolutionVersionSummary;
import software.amazon.awssdk.services.personalize.model.StopSolutionVersionCreationRequest;
import software.amazon.awssdk.services.personalize.model.StopSolutionVersionCreationResponse;
import software.amazon.awssdk.services.personalize.model.TrainingMode;
import software.amazon.awssdk.services.personalize.model.TrainingType;

/** The operations on solution versions, but for their metrics. */
public final class SolutionVersions implements PersonalizeHandler {
  /** The kind of job that trains the version that is its subject. */
  public static final String TRAIN = "train";

  private static final int ID_LENGTH = 8;
  private static final Set<String> STOPPABLE =
      Set.of(Status.CREATE_PENDING, Status.CREATE_IN_PROGRESS);

  private final Resources resources;
  private final Lifecycle lifecycle;
  private final Jobs jobs;
  private final Clock clock;

  public SolutionVersions(Resources resources, Lifecycle lifecycle, Jobs jobs, Clock clock) {
    this.resources = resources;
    this.lifecycle = lifecycle;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public CreateSolutionVersionResponse createSolutionVersion(CreateSolutionVersionRequest in) {
    String arn = resources.write(table -> create(table, in));
    return CreateSolutionVersionResponse.builder().solutionVersionArn(arn).build();
  }

  private String create(ResourceTable table, CreateSolutionVersionRequest in) {
    Solution solution = Lifecycle.requireActive(table, Kind.SOLUTION, in.solutionArn());
    TrainingMode mode = in.trainingMode() == null ? TrainingMode.FULL : in.trainingMode();
    TrainingModes.check(table, solution, mode);
    String id = in.name() == null ? randomId() : in.name();
    String arn = Place.of(in.solutionArn()).arn(Kind.SOLUTION_VERSION, solution.name() + "/" + id);
    SolutionVersion version =
        Shapes.copy(solution, SolutionVersion.builder())
            .name(in.name())
            .solutionVersionArn(arn)
            .recipeArn(recipeArn(solution))
            .trainingMode(mode)
            .trainingType(TrainingType.MANUAL)
            .build();
    lifecycle.createBy(
        TRAIN,
        table,
        new Draft<>(Kind.SOLUTION_VERSION, arn, id, in.solutionArn(), version, in.tags()));
    return arn;
  }

  private static String randomId() {
    return UUID.randomUUID().toString().substring(0, ID_LENGTH);
  }

  private static String recipeArn(Solution solution) {
    return solution.recipeArn() == null
        ? solution.autoMLResult().bestRecipeArn()
        : solution.recipeArn();
  }

  @Override
  public DescribeSolutionVersionResponse describeSolutionVersion(
      DescribeSolutionVersionRequest in) {
    return DescribeSolutionVersionResponse.builder()
        .solutionVersion(resources.require(Kind.SOLUTION_VERSION, in.solutionVersionArn()))
        .build();
  }

  @Override
  public ListSolutionVersionsResponse listSolutionVersions(ListSolutionVersionsRequest in) {
    Listing listing = Listing.of(in.solutionArn(), in.maxResults(), in.nextToken());
    listing.parent().ifPresent(solution -> resources.require(Kind.SOLUTION, solution));
    Page<SolutionVersionSummary> page =
        resources
            .list(Kind.SOLUTION_VERSION, listing)
            .map(version -> Shapes.copy(version, SolutionVersionSummary.builder()).build());
    return ListSolutionVersionsResponse.builder()
        .solutionVersions(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public StopSolutionVersionCreationResponse stopSolutionVersionCreation(
      StopSolutionVersionCreationRequest in) {
    resources.change(table -> stop(table, in.solutionVersionArn()));
    return StopSolutionVersionCreationResponse.builder().build();
  }

  private void stop(ResourceTable table, String arn) {
    String status = Status.of(table.require(Kind.SOLUTION_VERSION, arn));
    if (!STOPPABLE.contains(status)) {
      throw notStoppable(arn, status);
    }
    String next =
        switch (jobs.stop(table.handle(), TRAIN, arn)) {
          case STOPPED -> Status.CREATE_STOPPED;
          case STOPPING -> Status.CREATE_STOPPING;
          case NOTHING_TO_STOP -> throw notStoppable(arn, status);
        };
    table.update(Kind.SOLUTION_VERSION, arn, version -> Status.set(version, next, clock.instant()));
  }

  private static RuntimeException notStoppable(String arn, String status) {
    return PersonalizeErrors.invalidInput(
        "The solution version %s has the status %s; only one that is being created can be stopped."
            .formatted(arn, status));
  }
}
