package dev.maitred.personalize;

import dev.maitred.personalize.bulk.BulkFiles;
import dev.maitred.personalize.bulk.DuckSession;
import dev.maitred.personalize.datasetimport.DatasetImportJobs;
import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.event.Events;
import dev.maitred.personalize.interactions.TrainingSetReader;
import dev.maitred.personalize.lifecycle.Lifecycle;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.runtime.Deployments;
import dev.maitred.personalize.runtime.Recommendations;
import dev.maitred.personalize.training.Models;
import dev.maitred.personalize.training.TrainingJob;
import dev.maitred.store.Database;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.access.ServiceRoles;
import java.nio.file.Path;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The data, the models and what is made of them, put together: {@code DIR/datasets}, {@code
 * DIR/models} and, for files that live as long as a job, {@code DIR/scratch}.
 */
final class Learning {
  private final Resources resources;
  private final Lifecycle lifecycle;
  private final Jobs jobs;
  private final Clock clock;
  private final Path scratch;
  private final BulkFiles bulk;
  private final EventLog log;
  private final Deployments deployments;

  private Learning(
      Database database,
      Path dataDir,
      Resources resources,
      Lifecycle lifecycle,
      Jobs jobs,
      Clock clock) {
    Models models = new Models(dataDir.resolve("models"));
    this.resources = resources;
    this.lifecycle = lifecycle;
    this.jobs = jobs;
    this.clock = clock;
    this.scratch = dataDir.resolve("scratch");
    this.bulk = new BulkFiles(database, dataDir.resolve("datasets"));
    this.log = new EventLog(database);
    this.deployments = new Deployments(resources, models);
    TrainingSetReader reader = new TrainingSetReader(bulk, log, scratch);
    jobs.register(TrainingJob.KIND, 1, new TrainingJob(resources, reader, models, clock));
    lifecycle.whenCreated(Kind.CAMPAIGN, (campaign, progress) -> deployments.prepare(campaign));
  }

  /** Opens the parts, registers their work, and clears away what a crash has left. */
  static Learning open(
      Database database,
      Path dataDir,
      Resources resources,
      Lifecycle lifecycle,
      Jobs jobs,
      Clock clock) {
    Learning learning = new Learning(database, dataDir, resources, lifecycle, jobs, clock);
    DuckSession.clear(learning.scratch);
    learning.bulk.sweep();
    return learning;
  }

  DatasetImportJobs datasetImportJobs(S3Client objects, ServiceRoles roles) {
    return new DatasetImportJobs(resources, bulk, lifecycle, jobs, objects, roles, scratch, clock);
  }

  Recommendations recommendations() {
    return new Recommendations(deployments, log);
  }

  Events events() {
    return new Events(resources, log);
  }
}
