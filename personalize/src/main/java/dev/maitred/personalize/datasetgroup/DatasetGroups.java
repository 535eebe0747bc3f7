package dev.maitred.personalize.datasetgroup;

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
import dev.maitred.wire.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.personalize.model.CreateDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetGroupResponse;
import software.amazon.awssdk.services.personalize.model.DatasetGroup;
import software.amazon.awssdk.services.personalize.model.DatasetGroupSummary;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetGroupResponse;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetGroupResponse;
import software.amazon.awssdk.services.personalize.model.ListDatasetGroupsRequest;
import software.amazon.awssdk.services.personalize.model.ListDatasetGroupsResponse;

/** The operations on dataset groups. */
public final class DatasetGroups implements PersonalizeHandler {

  /** What a group must be rid of before it can be deleted. */
  private static final List<Kind<?>> CONTENTS =
      List.of(
          Kind.DATASET,
          Kind.SOLUTION,
          Kind.EVENT_TRACKER,
          Kind.RECOMMENDER,
          Kind.FILTER,
          Kind.METRIC_ATTRIBUTION);

  private final Resources resources;
  private final Lifecycle lifecycle;

  public DatasetGroups(Resources resources, Lifecycle lifecycle) {
    this.resources = resources;
    this.lifecycle = lifecycle;
  }

  @Override
  public CreateDatasetGroupResponse createDatasetGroup(CreateDatasetGroupRequest in) {
    checkKey(in);
    String arn = Place.current().arn(Kind.DATASET_GROUP, in.name());
    DatasetGroup group = Shapes.copy(in, DatasetGroup.builder()).datasetGroupArn(arn).build();
    Draft<DatasetGroup> draft =
        new Draft<>(Kind.DATASET_GROUP, arn, in.name(), null, group, in.tags());
    resources.change(table -> lifecycle.create(table, draft));
    return CreateDatasetGroupResponse.builder()
        .datasetGroupArn(arn)
        .domain(in.domainAsString())
        .build();
  }

  /** A key and the role that may use it would be kept and not followed. */
  private static void checkKey(CreateDatasetGroupRequest in) {
    if (in.roleArn() != null || in.kmsKeyArn() != null) {
      throw PersonalizeErrors.invalidInput(
          "kmsKeyArn and roleArn are not followed by maitred yet: data is not encrypted under a"
              + " key; leave both out.");
    }
  }

  @Override
  public DescribeDatasetGroupResponse describeDatasetGroup(DescribeDatasetGroupRequest in) {
    return DescribeDatasetGroupResponse.builder()
        .datasetGroup(resources.require(Kind.DATASET_GROUP, in.datasetGroupArn()))
        .build();
  }

  @Override
  public ListDatasetGroupsResponse listDatasetGroups(ListDatasetGroupsRequest in) {
    Page<DatasetGroupSummary> page =
        resources
            .list(Kind.DATASET_GROUP, Listing.of(null, in.maxResults(), in.nextToken()))
            .map(group -> Shapes.copy(group, DatasetGroupSummary.builder()).build());
    return ListDatasetGroupsResponse.builder()
        .datasetGroups(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeleteDatasetGroupResponse deleteDatasetGroup(DeleteDatasetGroupRequest in) {
    String arn = in.datasetGroupArn();
    resources.change(
        table -> {
          table.require(Kind.DATASET_GROUP, arn);
          CONTENTS.forEach(kind -> requireNone(table, kind, arn));
          lifecycle.delete(table, Kind.DATASET_GROUP, arn);
        });
    return DeleteDatasetGroupResponse.builder().build();
  }

  private static void requireNone(ResourceTable table, Kind<?> kind, String group) {
    if (!table.children(kind, group).isEmpty()) {
      throw PersonalizeErrors.resourceInUse(
          "The dataset group %s still has a %s; delete that first.".formatted(group, kind.noun()));
    }
  }
}
