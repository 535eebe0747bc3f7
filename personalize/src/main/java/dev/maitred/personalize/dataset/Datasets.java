package dev.maitred.personalize.dataset;

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
import dev.maitred.personalize.schema.DatasetType;
import dev.maitred.personalize.schema.RecordSchema;
import dev.maitred.wire.shape.Shapes;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.personalize.model.CreateDatasetRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetResponse;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.DatasetGroup;
import software.amazon.awssdk.services.personalize.model.DatasetSchema;
import software.amazon.awssdk.services.personalize.model.DatasetSummary;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetRequest;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetResponse;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetRequest;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetResponse;
import software.amazon.awssdk.services.personalize.model.Domain;
import software.amazon.awssdk.services.personalize.model.ListDatasetsRequest;
import software.amazon.awssdk.services.personalize.model.ListDatasetsResponse;

/** The operations on datasets. */
public final class Datasets implements PersonalizeHandler {
  private final Resources resources;
  private final Lifecycle lifecycle;

  public Datasets(Resources resources, Lifecycle lifecycle) {
    this.resources = resources;
    this.lifecycle = lifecycle;
    lifecycle.whenDeleted(Kind.DATASET, (dataset, progress) -> deleteImports(dataset));
  }

  /** A new dataset of the same name starts without the imports of this one. */
  private void deleteImports(Dataset dataset) {
    resources.change(
        table ->
            table
                .children(Kind.DATASET_IMPORT_JOB, dataset.datasetArn())
                .forEach(job -> table.delete(job.datasetImportJobArn())));
  }

  @Override
  public CreateDatasetResponse createDataset(CreateDatasetRequest in) {
    DatasetType type = DatasetType.of(in.datasetType());
    String arn = resources.write(table -> create(table, in, type));
    return CreateDatasetResponse.builder().datasetArn(arn).build();
  }

  private String create(ResourceTable table, CreateDatasetRequest in, DatasetType type) {
    DatasetGroup group = Lifecycle.requireActive(table, Kind.DATASET_GROUP, in.datasetGroupArn());
    checkDomain(type, group);
    checkSchema(type, group, table.require(Kind.SCHEMA, in.schemaArn()));
    String arn = Place.of(in.datasetGroupArn()).arn(Kind.DATASET, group.name() + "/" + type.name());
    Dataset dataset =
        Shapes.copy(in, Dataset.builder())
            .datasetArn(arn)
            .datasetType(type.name())
            .trackingId(trackingId(type).orElse(null))
            .build();
    lifecycle.create(
        table, new Draft<>(Kind.DATASET, arn, in.name(), in.datasetGroupArn(), dataset, in.tags()));
    return arn;
  }

  /**
   * Action interactions are streamed under an id of the dataset itself, without an event tracker.
   */
  private static Optional<String> trackingId(DatasetType type) {
    return type == DatasetType.ACTION_INTERACTIONS
        ? Optional.of(UUID.randomUUID().toString())
        : Optional.empty();
  }

  private static void checkDomain(DatasetType type, DatasetGroup group) {
    if (group.domain() != null && !type.inDomains()) {
      throw PersonalizeErrors.invalidInput(
          "The dataset group %s has a domain, and %s datasets belong to custom dataset groups."
              .formatted(group.datasetGroupArn(), type.recordName()));
    }
  }

  private static void checkSchema(DatasetType type, DatasetGroup group, DatasetSchema schema) {
    String record = RecordSchema.parse(schema.schema()).name();
    if (!DatasetType.ofRecord(record).equals(Optional.of(type))) {
      throw PersonalizeErrors.invalidInput(
          "The schema %s has the record name %s; the schema of a dataset of type %s must have %s."
              .formatted(schema.schemaArn(), record, type.name(), type.recordName()));
    }
    Domain domain = group.domain();
    if (domain != null && domain != schema.domain()) {
      throw PersonalizeErrors.invalidInput(
          "The dataset group %s has the domain %s; the schema %s must have been created with the"
                  .formatted(group.datasetGroupArn(), domain, schema.schemaArn())
              + " same domain.");
    }
  }

  @Override
  public DescribeDatasetResponse describeDataset(DescribeDatasetRequest in) {
    return DescribeDatasetResponse.builder()
        .dataset(resources.require(Kind.DATASET, in.datasetArn()))
        .build();
  }

  @Override
  public ListDatasetsResponse listDatasets(ListDatasetsRequest in) {
    Page<DatasetSummary> page =
        resources
            .list(Kind.DATASET, Listing.of(in.datasetGroupArn(), in.maxResults(), in.nextToken()))
            .map(dataset -> Shapes.copy(dataset, DatasetSummary.builder()).build());
    return ListDatasetsResponse.builder()
        .datasets(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeleteDatasetResponse deleteDataset(DeleteDatasetRequest in) {
    resources.change(
        table -> {
          DatasetUse.requireNone(table, table.require(Kind.DATASET, in.datasetArn()));
          lifecycle.delete(table, Kind.DATASET, in.datasetArn());
        });
    return DeleteDatasetResponse.builder().build();
  }
}
