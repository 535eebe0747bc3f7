package dev.maitred.personalize.schema;

import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.Listing;
import dev.maitred.personalize.resource.Page;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.PersonalizeHandler;
import dev.maitred.personalize.resource.Place;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.wire.shape.Shapes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateSchemaRequest;
import software.amazon.awssdk.services.personalize.model.CreateSchemaResponse;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.DatasetSchema;
import software.amazon.awssdk.services.personalize.model.DatasetSchemaSummary;
import software.amazon.awssdk.services.personalize.model.DeleteSchemaRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSchemaResponse;
import software.amazon.awssdk.services.personalize.model.DescribeSchemaRequest;
import software.amazon.awssdk.services.personalize.model.DescribeSchemaResponse;
import software.amazon.awssdk.services.personalize.model.ListSchemasRequest;
import software.amazon.awssdk.services.personalize.model.ListSchemasResponse;

/** The operations on schemas, which belong to no group, have no states and never change. */
public final class Schemas implements PersonalizeHandler {
  private static final int MAX = 500;

  private final Resources resources;
  private final Clock clock;

  public Schemas(Resources resources, Clock clock) {
    this.resources = resources;
    this.clock = clock;
  }

  @Override
  public CreateSchemaResponse createSchema(CreateSchemaRequest in) {
    SchemaRules.check(RecordSchema.parse(in.schema()), Optional.ofNullable(in.domain()));
    Instant now = clock.instant();
    String arn = Place.current().arn(Kind.SCHEMA, in.name());
    DatasetSchema schema =
        Shapes.copy(in, DatasetSchema.builder())
            .schemaArn(arn)
            .creationDateTime(now)
            .lastUpdatedDateTime(now)
            .build();
    resources.change(
        table -> {
          requireRoom(table);
          table.insert(Kind.SCHEMA, arn, in.name(), null, schema);
        });
    return CreateSchemaResponse.builder().schemaArn(arn).build();
  }

  private static void requireRoom(ResourceTable table) {
    if (table.all(Kind.SCHEMA, Place.current()).size() >= MAX) {
      throw PersonalizeErrors.limitExceeded(
          "Cannot create a schema. More than %d resources in ACTIVE state. Please delete some and"
                  .formatted(MAX)
              + " try again.");
    }
  }

  @Override
  public DescribeSchemaResponse describeSchema(DescribeSchemaRequest in) {
    return DescribeSchemaResponse.builder()
        .schema(resources.require(Kind.SCHEMA, in.schemaArn()))
        .build();
  }

  @Override
  public ListSchemasResponse listSchemas(ListSchemasRequest in) {
    Page<DatasetSchemaSummary> page =
        resources
            .list(Kind.SCHEMA, Listing.of(null, in.maxResults(), in.nextToken()))
            .map(schema -> Shapes.copy(schema, DatasetSchemaSummary.builder()).build());
    return ListSchemasResponse.builder().schemas(page.items()).nextToken(page.nextToken()).build();
  }

  @Override
  public DeleteSchemaResponse deleteSchema(DeleteSchemaRequest in) {
    resources.change(
        table -> {
          table.require(Kind.SCHEMA, in.schemaArn());
          requireUnused(table, in.schemaArn());
          table.delete(in.schemaArn());
        });
    return DeleteSchemaResponse.builder().build();
  }

  private static void requireUnused(ResourceTable table, String arn) {
    for (Dataset dataset : table.all(Kind.DATASET, Place.of(arn))) {
      if (arn.equals(dataset.schemaArn())) {
        throw PersonalizeErrors.resourceInUse(
            "The schema %s is used by the dataset %s; delete that first."
                .formatted(arn, dataset.datasetArn()));
      }
    }
  }
}
