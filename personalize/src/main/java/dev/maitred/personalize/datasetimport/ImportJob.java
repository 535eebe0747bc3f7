package dev.maitred.personalize.datasetimport;

import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import dev.maitred.personalize.schema.DatasetType;
import dev.maitred.store.jobs.Job;
import dev.maitred.store.jobs.JobFailure;
import dev.maitred.store.jobs.JobProgress;
import dev.maitred.wire.AwsError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.DatasetImportJob;
import software.amazon.awssdk.services.personalize.model.ImportMode;

/** The work of one dataset import job; its subject is the job's ARN. */
public final class ImportJob implements Job {
  /** The kind of job that this is. */
  public static final String KIND = "import";

  private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

  private final Resources resources;
  private final BulkFiles bulk;
  private final S3Source source;
  private final PassedRole role;
  private final Path scratch;
  private final Clock clock;

  ImportJob(
      Resources resources,
      BulkFiles bulk,
      S3Source source,
      PassedRole role,
      Path scratch,
      Clock clock) {
    this.resources = resources;
    this.bulk = bulk;
    this.source = source;
    this.role = role;
    this.scratch = scratch;
    this.clock = clock;
  }

  @Override
  public void run(String arn, JobProgress progress) throws JobFailure, IOException, SQLException {
    DatasetImportJob job = resources.require(Kind.DATASET_IMPORT_JOB, arn);
    if (!Status.isChanging(job)) {
      return;
    }
    resources.update(Kind.DATASET_IMPORT_JOB, arn, this::begun);
    try (DuckSession duck = DuckSession.open(scratch)) {
      List<CsvFile> files = fetch(job, duck.folder(), progress);
      Path parquet = duck.folder().resolve("rows.parquet");
      long rows = csvImport(duck, job).run(files, parquet, progress);
      String name = UUID.randomUUID() + ".parquet";
      bulk.publish(parquet, name, () -> resources.change(table -> finish(table, job, name, rows)));
      LOG.info("imported {} rows from {}", rows, job.dataSource().dataLocation());
    }
    bulk.sweep();
  }

  private List<CsvFile> fetch(DatasetImportJob job, Path folder, JobProgress progress)
      throws JobFailure {
    try {
      return role.call(job.roleArn(), job.datasetImportJobArn())
          .run(() -> fetchAs(job, folder, progress));
    } catch (AwsError e) {
      throw ImportFailures.accessDenied(String.valueOf(e.getMessage()));
    }
  }

  private List<CsvFile> fetchAs(DatasetImportJob job, Path folder, JobProgress progress)
      throws JobFailure {
    return source.fetch(DataLocation.of(job.dataSource().dataLocation()), folder, progress);
  }

  private CsvImport csvImport(DuckSession duck, DatasetImportJob job) {
    return resources.read(
        table -> {
          Dataset dataset = table.require(Kind.DATASET, job.datasetArn());
          String schema = table.require(Kind.SCHEMA, dataset.schemaArn()).schema();
          return new CsvImport(duck, DatasetType.of(dataset.datasetType()), Columns.of(schema));
        });
  }

  private void finish(ResourceTable table, DatasetImportJob job, String file, long rows) {
    boolean replacing = job.importMode() != ImportMode.INCREMENTAL;
    bulk.put(table.handle(), job.datasetArn(), file, rows, replacing);
    table.update(
        Kind.DATASET_IMPORT_JOB,
        job.datasetImportJobArn(),
        now -> Status.set(now, Status.ACTIVE, clock.instant()));
  }

  private DatasetImportJob begun(DatasetImportJob job) {
    return Status.set(job, Status.CREATE_IN_PROGRESS, clock.instant());
  }

  @Override
  public void failed(String arn, String reason) {
    resources.update(
        Kind.DATASET_IMPORT_JOB, arn, job -> Status.fail(job, reason, clock.instant()));
  }
}
