package dev.maitred.personalize.training;

import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.interactions.FeatureColumn;
import dev.maitred.personalize.interactions.TrainingSource;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.ResourceTable;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.TrainingDataConfig;

/** Finds the datasets that a solution version learns from. */
final class TrainingSources {
  private final ResourceTable table;
  private final SolutionVersion version;

  private TrainingSources(ResourceTable table, SolutionVersion version) {
    this.table = table;
    this.version = version;
  }

  /** The datasets of the version's group. */
  static TrainingSource of(ResourceTable table, SolutionVersion version) {
    var sources = new TrainingSources(table, version);
    return new TrainingSource(
        sources.dataset("INTERACTIONS"),
        sources.dataset("ITEMS"),
        sources.dataset("USERS"),
        sources.dataset("ACTIONS"),
        sources.dataset("ACTION_INTERACTIONS"));
  }

  /** The name of the recipe of a version. */
  static String recipe(SolutionVersion version) {
    return version.recipeArn().substring(version.recipeArn().lastIndexOf('/') + 1);
  }

  private Optional<TrainingSource.Table> dataset(String type) {
    return table.children(Kind.DATASET, version.datasetGroupArn()).stream()
        .filter(dataset -> dataset.datasetType().equalsIgnoreCase(type))
        .findFirst()
        .map(dataset -> source(dataset, type));
  }

  private TrainingSource.Table source(Dataset dataset, String type) {
    Columns columns = Columns.of(table.require(Kind.SCHEMA, dataset.schemaArn()).schema());
    TrainingDataConfig config =
        version.solutionConfig() == null ? null : version.solutionConfig().trainingDataConfig();
    return new TrainingSource.Table(
        dataset.datasetArn(), columns, FeatureColumn.of(columns, UsedColumns.of(config, type)));
  }
}
