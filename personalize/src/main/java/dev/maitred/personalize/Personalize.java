package dev.maitred.personalize;

import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.campaign.CampaignSync;
import dev.maitred.personalize.campaign.Campaigns;
import dev.maitred.personalize.dataset.Datasets;
import dev.maitred.personalize.datasetgroup.DatasetGroups;
import dev.maitred.personalize.datasetimport.DatasetImportJobs;
import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.event.EventTrackers;
import dev.maitred.personalize.event.Events;
import dev.maitred.personalize.interactions.TrainingSetReader;
import dev.maitred.personalize.lifecycle.Lifecycle;
import dev.maitred.personalize.metrics.SolutionMetrics;
import dev.maitred.personalize.permission.PersonalizeEventsOperations;
import dev.maitred.personalize.permission.PersonalizeOperations;
import dev.maitred.personalize.permission.PersonalizeRuntimeOperations;
import dev.maitred.personalize.permission.Rows;
import dev.maitred.personalize.recipe.RecipeHandler;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.PersonalizeHandler;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import dev.maitred.personalize.runtime.Deployments;
import dev.maitred.personalize.runtime.GetExplanations;
import dev.maitred.personalize.runtime.Recommendations;
import dev.maitred.personalize.schema.Schemas;
import dev.maitred.personalize.solution.SolutionVersions;
import dev.maitred.personalize.solution.Solutions;
import dev.maitred.personalize.tag.TagHandler;
import dev.maitred.personalize.training.GetProgress;
import dev.maitred.personalize.training.Models;
import dev.maitred.personalize.training.TrainingJob;
import dev.maitred.store.Database;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.ExtraOperation;
import dev.maitred.wire.access.ServiceRoles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The three Personalize services over one set of resources. */
public final class Personalize {
  /** The name of the migrations, for {@link Database#open}. */
  public static final String MIGRATIONS = "personalize";

  private final List<AwsService> services;
  private final List<ExtraOperation> extraOperations;

  private Personalize(List<AwsService> services, List<ExtraOperation> extraOperations) {
    this.services = services;
    this.extraOperations = extraOperations;
  }

  /**
   * Opens the services, registers their jobs ({@link Jobs#start} begins the work that is waiting),
   * and clears away what a crash has left. Data and models go when what they belong to is deleted.
   *
   * @param dataDir holds {@code datasets}, {@code models} and, for files that live as long as a
   *     job, {@code scratch}
   * @param objects the S3 API, as the caller of the current call
   * @param roles lets jobs act under the roles that callers passed
   */
  public static Personalize open(
      Database database,
      Path dataDir,
      Jobs jobs,
      S3Client objects,
      ServiceRoles roles,
      Clock clock) {
    Resources resources = new Resources(database);
    Lifecycle lifecycle = new Lifecycle(resources, jobs, clock);
    Path scratch = dataDir.resolve("scratch");
    BulkFiles bulk = new BulkFiles(database, dataDir.resolve("datasets"));
    EventLog events = new EventLog(database, resources::changes);
    Models models = new Models(dataDir.resolve("models"));
    Deployments deployments = new Deployments(resources, models, events, clock);
    DuckSession.clear(scratch);
    bulk.sweep();
    models.sweep(
        resources.read(table -> solutionVersions(table, version -> true)),
        resources.read(table -> solutionVersions(table, Status::isChanging)));

    TrainingSetReader reader = new TrainingSetReader(bulk, events, scratch);
    CampaignSync sync = new CampaignSync(jobs, clock);
    jobs.register(
        SolutionVersions.TRAIN, 1, new TrainingJob(resources, reader, models, sync, clock));
    lifecycle.whenCreated(Kind.CAMPAIGN, (campaign, progress) -> deployments.prepare(campaign));
    lifecycle.whenDeleted(
        Kind.SOLUTION_VERSION, (version, progress) -> models.delete(version.solutionVersionArn()));
    lifecycle.whenDeleted(Kind.DATASET, (dataset, progress) -> bulk.delete(dataset.datasetArn()));

    List<PersonalizeHandler> handlers =
        new ArrayList<>(controlPlane(resources, lifecycle, jobs, clock));
    handlers.add(
        new DatasetImportJobs(resources, bulk, lifecycle, jobs, objects, roles, scratch, clock));
    handlers.add(new EventTrackers(resources, lifecycle));
    handlers.add(new SolutionMetrics(resources));

    Rows rows = new Rows(resources);
    return new Personalize(
        List.of(
            new AwsService(
                "personalize-2018-05-22",
                PersonalizeClient.class,
                PersonalizeOperations.rows(rows),
                handlers),
            new AwsService(
                "personalize-runtime-2018-05-22",
                PersonalizeRuntimeClient.class,
                PersonalizeRuntimeOperations.rows(rows),
                List.of(new Recommendations(deployments, events, clock))),
            new AwsService(
                "personalize-events-2018-03-22",
                PersonalizeEventsClient.class,
                PersonalizeEventsOperations.rows(rows),
                List.of(new Events(resources, events)))),
        List.of(
            new GetProgress(jobs, rows, clock).operation(),
            new GetExplanations(deployments, events, clock, rows).operation()));
  }

  private static List<String> solutionVersions(
      ResourceTable table, Predicate<SolutionVersion> which) {
    return table.every(Kind.SOLUTION_VERSION).stream()
        .filter(which)
        .map(SolutionVersion::solutionVersionArn)
        .toList();
  }

  /** What works on descriptions alone, without data and models. */
  static List<PersonalizeHandler> controlPlane(
      Resources resources, Lifecycle lifecycle, Jobs jobs, Clock clock) {
    return List.of(
        new Schemas(resources, clock),
        new DatasetGroups(resources, lifecycle),
        new Datasets(resources, lifecycle),
        new RecipeHandler(),
        new Solutions(resources, lifecycle),
        new SolutionVersions(resources, lifecycle, jobs, clock),
        new Campaigns(resources, lifecycle, jobs, clock),
        new TagHandler(resources));
  }

  /** The services {@code personalize}, {@code personalize-runtime}, {@code personalize-events}. */
  public List<AwsService> services() {
    return services;
  }

  /** The server's own operations on solution versions and campaigns. */
  public List<ExtraOperation> extraOperations() {
    return extraOperations;
  }
}
