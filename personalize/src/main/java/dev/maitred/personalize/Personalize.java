package dev.maitred.personalize;

import dev.maitred.personalize.campaign.Campaigns;
import dev.maitred.personalize.dataset.Datasets;
import dev.maitred.personalize.datasetgroup.DatasetGroups;
import dev.maitred.personalize.event.EventTrackers;
import dev.maitred.personalize.lifecycle.Lifecycle;
import dev.maitred.personalize.metrics.SolutionMetrics;
import dev.maitred.personalize.permission.PersonalizeEventsOperations;
import dev.maitred.personalize.permission.PersonalizeOperations;
import dev.maitred.personalize.permission.PersonalizeRuntimeOperations;
import dev.maitred.personalize.permission.Rows;
import dev.maitred.personalize.recipe.RecipeHandler;
import dev.maitred.personalize.resource.PersonalizeHandler;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.schema.Schemas;
import dev.maitred.personalize.solution.SolutionVersions;
import dev.maitred.personalize.solution.Solutions;
import dev.maitred.personalize.tag.TagHandler;
import dev.maitred.store.Database;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.AwsService;
import dev.maitred.wire.access.ServiceRoles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The three Personalize services over one set of resources. */
public final class Personalize {
  /** The name of the migrations, for {@link Database#open}. */
  public static final String MIGRATIONS = "personalize";

  private final List<AwsService> services;

  private Personalize(List<AwsService> services) {
    this.services = services;
  }

  /**
   * Opens the services and registers their jobs; {@link Jobs#start} begins the work that is
   * waiting.
   *
   * @param dataDir where data sets and models lie
   * @param objects the S3 API, as the caller of the current call
   * @param roles lets jobs act under the roles that callers passed
   */
  public static Personalize open(
      Database database,
      Path dataDir,
      Jobs jobs,
      S3Client objects,
      ServiceRoles roles,
      Clock clock,
      String account,
      String region) {
    Resources resources = new Resources(database);
    Lifecycle lifecycle = new Lifecycle(resources, jobs, clock);
    Rows rows = new Rows(resources);
    Learning learning = Learning.open(database, dataDir, resources, lifecycle, jobs, clock);
    return new Personalize(
        List.of(
            new AwsService(
                "personalize-2018-05-22",
                PersonalizeClient.class,
                PersonalizeOperations.rows(rows),
                Stream.concat(
                        controlPlane(resources, lifecycle, jobs, clock).stream(),
                        Stream.of(
                            learning.datasetImportJobs(objects, roles),
                            new EventTrackers(resources, lifecycle),
                            new SolutionMetrics(resources)))
                    .toList()),
            new AwsService(
                "personalize-runtime-2018-05-22",
                PersonalizeRuntimeClient.class,
                PersonalizeRuntimeOperations.rows(rows),
                List.of(learning.recommendations())),
            new AwsService(
                "personalize-events-2018-03-22",
                PersonalizeEventsClient.class,
                PersonalizeEventsOperations.rows(rows),
                List.of(learning.events()))));
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
}
