package dev.maitred.personalize.training;

import dev.maitred.personalize.campaign.CampaignSync;
import dev.maitred.personalize.interactions.EventSelection;
import dev.maitred.personalize.interactions.TrainingSet;
import dev.maitred.personalize.interactions.TrainingSetReader;
import dev.maitred.personalize.interactions.TrainingSource;
import dev.maitred.personalize.metrics.MetricTable;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import dev.maitred.personalize.training.Learning.Former;
import dev.maitred.personalize.training.Learning.Learnt;
import dev.maitred.personalize.tuning.SearchPlan;
import dev.maitred.recommend.Checkpoint;
import dev.maitred.recommend.InvalidHyperparameter;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingStopped;
import dev.maitred.recommend.recipe.Recipes;
import dev.maitred.store.jobs.Job;
import dev.maitred.store.jobs.JobFailure;
import dev.maitred.store.jobs.JobProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.SolutionConfig;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.TrainingMode;
import software.amazon.awssdk.services.personalize.model.TunedHPOParams;

/** The work of creating one solution version; its subject is the version's ARN. */
public final class TrainingJob implements Job {
  /** The seed of all chance in training, the same for all, so that a version can be made again. */
  private static final long SEED = 1;

  private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

  private final Resources resources;
  private final TrainingSetReader reader;
  private final Models models;
  private final CampaignSync campaigns;
  private final Clock clock;

  public TrainingJob(
      Resources resources,
      TrainingSetReader reader,
      Models models,
      CampaignSync campaigns,
      Clock clock) {
    this.resources = resources;
    this.reader = reader;
    this.models = models;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  @Override
  public void run(String arn, JobProgress progress) throws JobFailure, IOException, SQLException {
    Instant start = clock.instant();
    Optional<SolutionVersion> begun = begin(arn);
    if (begun.isPresent()) {
      train(begun.get(), new TrainingProgress(arn, progress), start);
    }
  }

  private void train(SolutionVersion version, TrainingProgress progress, Instant start)
      throws JobFailure, IOException, SQLException {
    try {
      Recipe recipe = recipe(version);
      Settings settings = settings(recipe, version);
      var learning = new Learning(recipe, plan(recipe, version), former(version));
      progress.at("data", 0, "reading interactions");
      TrainingSet data = reader.read(source(version), selection(version));
      progress.data(data);
      Checkpoint kept = Checkpoint.in(models.checkpoint(version.solutionVersionArn()));
      Learnt learnt = learning.run(data, settings, progress.part(0.1, 0.95).keeping(kept));
      progress.step("save", 0.95, "writing the model");
      models.put(version.solutionVersionArn(), data, learnt.trained().model());
      resources.change(table -> finish(table, version, learnt, start));
      models.forget(version.solutionVersionArn());
      progress.done(learnt.trained().metrics());
    } catch (TrainingStopped e) {
      progress.stop();
    }
  }

  /** The version, now in progress; empty if an earlier run came to an end. */
  private Optional<SolutionVersion> begin(String arn) {
    return resources.write(
        table ->
            table
                .find(Kind.SOLUTION_VERSION, arn)
                .filter(Status::isChanging)
                .map(
                    version ->
                        version.status().equals(Status.CREATE_STOPPING)
                            ? version
                            : set(table, arn, Status.CREATE_IN_PROGRESS)));
  }

  private SolutionVersion set(ResourceTable table, String arn, String status) {
    return table.update(
        Kind.SOLUTION_VERSION, arn, version -> Status.set(version, status, clock.instant()));
  }

  private static Recipe recipe(SolutionVersion version) throws JobFailure {
    String name = TrainingSources.recipe(version);
    return Recipes.named(name)
        .orElseThrow(
            () -> new JobFailure("Create failed. The recipe " + name + " is not built yet."));
  }

  private static Settings settings(Recipe recipe, SolutionVersion version) throws JobFailure {
    SolutionConfig config = config(version);
    try {
      return Settings.of(
          recipe,
          config.algorithmHyperParameters(),
          config.featureTransformationParameters(),
          SEED);
    } catch (InvalidHyperparameter e) {
      throw new JobFailure("Create failed. " + e.getMessage(), e);
    }
  }

  private static Optional<SearchPlan> plan(Recipe recipe, SolutionVersion version)
      throws JobFailure {
    if (!Boolean.TRUE.equals(version.performHPO())) {
      return Optional.empty();
    }
    try {
      return Optional.of(SearchPlan.of(recipe, config(version).hpoConfig()));
    } catch (InvalidHyperparameter e) {
      throw new JobFailure("Create failed. " + e.getMessage(), e);
    }
  }

  /** What an update builds on: the newest version that learnt everything. */
  private Optional<Former> former(SolutionVersion version) {
    if (version.trainingMode() != TrainingMode.UPDATE) {
      return Optional.empty();
    }
    return resources.read(
        table ->
            table.children(Kind.SOLUTION_VERSION, version.solutionArn()).stream()
                .filter(other -> other.trainingMode() == TrainingMode.FULL)
                .filter(Status::isActive)
                .reduce((older, newer) -> newer)
                .map(newest -> new Former(models.of(newest.solutionVersionArn()), tuned(newest))));
  }

  private static Map<String, String> tuned(SolutionVersion version) {
    return version.tunedHPOParams() == null
        ? Map.of()
        : version.tunedHPOParams().algorithmHyperParameters();
  }

  private static SolutionConfig config(SolutionVersion version) {
    SolutionConfig config = version.solutionConfig();
    return config == null ? SolutionConfig.builder().build() : config;
  }

  private static EventSelection selection(SolutionVersion version) throws JobFailure {
    try {
      return Selections.of(version);
    } catch (NumberFormatException e) {
      throw new JobFailure("Create failed. The eventValueThreshold is not a number.", e);
    }
  }

  private TrainingSource source(SolutionVersion version) throws JobFailure {
    TrainingSource source = resources.read(table -> TrainingSources.of(table, version));
    RecipeNeeds.check(TrainingSources.recipe(version), source);
    return source;
  }

  private void finish(ResourceTable table, SolutionVersion version, Learnt learnt, Instant start) {
    String arn = version.solutionVersionArn();
    double hours = Duration.between(start, clock.instant()).toMillis() / MILLIS_PER_HOUR;
    MetricTable.put(table.handle(), arn, learnt.trained().metrics());
    TunedHPOParams tuned =
        TunedHPOParams.builder().algorithmHyperParameters(learnt.tuned()).build();
    table.update(
        Kind.SOLUTION_VERSION,
        arn,
        now ->
            Status.set(
                now.toBuilder()
                    .trainingHours(hours)
                    .tunedHPOParams(learnt.tuned().isEmpty() ? null : tuned)
                    .build(),
                Status.ACTIVE,
                clock.instant()));
    campaigns.follow(table, version);
  }

  @Override
  public void failed(String arn, String reason) {
    forget(arn);
    resources.update(
        Kind.SOLUTION_VERSION, arn, version -> Status.fail(version, reason, clock.instant()));
  }

  @Override
  public void stopped(String arn) {
    forget(arn);
    resources.change(table -> set(table, arn, Status.CREATE_STOPPED));
  }

  private void forget(String arn) {
    try {
      models.forget(arn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
