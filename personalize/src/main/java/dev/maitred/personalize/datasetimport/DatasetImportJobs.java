package dev.maitred.personalize.datasetimport;

import dev.maitred.personalize.bulk.BulkFiles;
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
import dev.maitred.wire.AwsError;
import dev.maitred.wire.access.ServiceRoles;
import dev.maitred.wire.shape.Shapes;
import java.nio.file.Path;
import java.time.Clock;
import software.amazon.awssdk.services.personalize.model.CreateDatasetImportJobRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetImportJobResponse;
import software.amazon.awssdk.services.personalize.model.DatasetImportJob;
import software.amazon.awssdk.services.personalize.model.DatasetImportJobSummary;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetImportJobRequest;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetImportJobResponse;
import software.amazon.awssdk.services.personalize.model.ImportMode;
import software.amazon.awssdk.services.personalize.model.ListDatasetImportJobsRequest;
import software.amazon.awssdk.services.personalize.model.ListDatasetImportJobsResponse;
import software.amazon.awssdk.services.s3.S3Client;

/** The operations on dataset import jobs. */
public final class DatasetImportJobs implements PersonalizeHandler {
  private static final int MAX_CHANGING = 5;

  private final Resources resources;
  private final BulkFiles bulk;
  private final Lifecycle lifecycle;
  private final PassedRole role;

  /**
   * Makes the handler and registers its kind of job.
   *
   * @param scratch where files may lie while a job runs
   */
  public DatasetImportJobs(
      Resources resources,
      BulkFiles bulk,
      Lifecycle lifecycle,
      Jobs jobs,
      S3Client s3,
      ServiceRoles roles,
      Path scratch,
      Clock clock) {
    this.resources = resources;
    this.bulk = bulk;
    this.lifecycle = lifecycle;
    this.role = new PassedRole(roles, clock);
    jobs.register(
        ImportJob.KIND, 1, new ImportJob(resources, bulk, new S3Source(s3), role, scratch, clock));
  }

  @Override
  public CreateDatasetImportJobResponse createDatasetImportJob(CreateDatasetImportJobRequest in) {
    String arn = Place.current().arn(Kind.DATASET_IMPORT_JOB, in.jobName());
    checkLocation(in);
    checkRole(in, arn);
    resources.change(table -> create(table, arn, in));
    return CreateDatasetImportJobResponse.builder().datasetImportJobArn(arn).build();
  }

  private static void checkLocation(CreateDatasetImportJobRequest in) {
    String location = in.dataSource().dataLocation();
    DataLocation.of(location == null ? "" : location);
  }

  private void checkRole(CreateDatasetImportJobRequest in, String arn) {
    if (in.roleArn() == null) {
      throw PersonalizeErrors.invalidInput(
          "roleArn is missing: give the role that may read the data in Amazon S3.");
    }
    try {
      role.assume(in.roleArn(), arn);
    } catch (AwsError e) {
      throw PersonalizeErrors.invalidInput(
          "Personalize cannot assume the role %s: %s".formatted(in.roleArn(), e.getMessage()));
    }
  }

  private void create(ResourceTable table, String arn, CreateDatasetImportJobRequest in) {
    Lifecycle.requireActive(table, Kind.DATASET, in.datasetArn());
    checkMode(table, in);
    checkLimit(table, arn);
    lifecycle.createBy(
        ImportJob.KIND,
        table,
        new Draft<>(
            Kind.DATASET_IMPORT_JOB, arn, in.jobName(), in.datasetArn(), job(arn, in), in.tags()));
  }

  private void checkMode(ResourceTable table, CreateDatasetImportJobRequest in) {
    if (in.importMode() == ImportMode.INCREMENTAL
        && bulk.isEmpty(table.handle(), in.datasetArn())) {
      throw PersonalizeErrors.invalidInput(
          "The first import into a dataset must have importMode FULL, not INCREMENTAL.");
    }
    if (Boolean.TRUE.equals(in.publishAttributionMetricsToS3())) {
      throw PersonalizeErrors.invalidInput(
          "publishAttributionMetricsToS3 needs a metric attribution, and the dataset group has"
              + " none.");
    }
  }

  private static void checkLimit(ResourceTable table, String arn) {
    long changing =
        table.all(Kind.DATASET_IMPORT_JOB, Place.of(arn)).stream()
            .filter(Status::isChanging)
            .count();
    if (changing >= MAX_CHANGING) {
      throw PersonalizeErrors.limitExceeded(
          "More than %d resources with PENDING or IN_PROGRESS status.".formatted(MAX_CHANGING));
    }
  }

  private static DatasetImportJob job(String arn, CreateDatasetImportJobRequest in) {
    return Shapes.copy(in, DatasetImportJob.builder())
        .datasetImportJobArn(arn)
        .importMode(in.importMode() == null ? ImportMode.FULL : in.importMode())
        .build();
  }

  @Override
  public DescribeDatasetImportJobResponse describeDatasetImportJob(
      DescribeDatasetImportJobRequest in) {
    return DescribeDatasetImportJobResponse.builder()
        .datasetImportJob(resources.require(Kind.DATASET_IMPORT_JOB, in.datasetImportJobArn()))
        .build();
  }

  @Override
  public ListDatasetImportJobsResponse listDatasetImportJobs(ListDatasetImportJobsRequest in) {
    Listing listing = Listing.of(in.datasetArn(), in.maxResults(), in.nextToken());
    Page<DatasetImportJobSummary> page =
        resources.list(Kind.DATASET_IMPORT_JOB, listing).map(DatasetImportJobs::summary);
    return ListDatasetImportJobsResponse.builder()
        .datasetImportJobs(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  private static DatasetImportJobSummary summary(DatasetImportJob job) {
    return Shapes.copy(job, DatasetImportJobSummary.builder()).build();
  }
}
