package dev.maitred.personalize.permission;

import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.Place;
import dev.maitred.wire.access.Requirement;
import dev.maitred.wire.access.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.personalize.model.CreateBatchInferenceJobRequest;
import software.amazon.awssdk.services.personalize.model.CreateBatchSegmentJobRequest;
import software.amazon.awssdk.services.personalize.model.CreateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.CreateDataDeletionJobRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetExportJobRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetImportJobRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetRequest;
import software.amazon.awssdk.services.personalize.model.CreateEventTrackerRequest;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.CreateMetricAttributionRequest;
import software.amazon.awssdk.services.personalize.model.CreateRecommenderRequest;
import software.amazon.awssdk.services.personalize.model.CreateSchemaRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;
import software.amazon.awssdk.services.personalize.model.DeleteCampaignRequest;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetRequest;
import software.amazon.awssdk.services.personalize.model.DeleteEventTrackerRequest;
import software.amazon.awssdk.services.personalize.model.DeleteFilterRequest;
import software.amazon.awssdk.services.personalize.model.DeleteMetricAttributionRequest;
import software.amazon.awssdk.services.personalize.model.DeleteRecommenderRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSchemaRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSolutionRequest;
import software.amazon.awssdk.services.personalize.model.DescribeAlgorithmRequest;
import software.amazon.awssdk.services.personalize.model.DescribeBatchInferenceJobRequest;
import software.amazon.awssdk.services.personalize.model.DescribeBatchSegmentJobRequest;
import software.amazon.awssdk.services.personalize.model.DescribeCampaignRequest;
import software.amazon.awssdk.services.personalize.model.DescribeDataDeletionJobRequest;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetExportJobRequest;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetImportJobRequest;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetRequest;
import software.amazon.awssdk.services.personalize.model.DescribeEventTrackerRequest;
import software.amazon.awssdk.services.personalize.model.DescribeFeatureTransformationRequest;
import software.amazon.awssdk.services.personalize.model.DescribeFilterRequest;
import software.amazon.awssdk.services.personalize.model.DescribeMetricAttributionRequest;
import software.amazon.awssdk.services.personalize.model.DescribeRecipeRequest;
import software.amazon.awssdk.services.personalize.model.DescribeRecommenderRequest;
import software.amazon.awssdk.services.personalize.model.DescribeSchemaRequest;
import software.amazon.awssdk.services.personalize.model.DescribeSolutionRequest;
import software.amazon.awssdk.services.personalize.model.DescribeSolutionVersionRequest;
import software.amazon.awssdk.services.personalize.model.GetSolutionMetricsRequest;
import software.amazon.awssdk.services.personalize.model.ListBatchInferenceJobsRequest;
import software.amazon.awssdk.services.personalize.model.ListBatchSegmentJobsRequest;
import software.amazon.awssdk.services.personalize.model.ListCampaignsRequest;
import software.amazon.awssdk.services.personalize.model.ListDataDeletionJobsRequest;
import software.amazon.awssdk.services.personalize.model.ListDatasetExportJobsRequest;
import software.amazon.awssdk.services.personalize.model.ListDatasetGroupsRequest;
import software.amazon.awssdk.services.personalize.model.ListDatasetImportJobsRequest;
import software.amazon.awssdk.services.personalize.model.ListDatasetsRequest;
import software.amazon.awssdk.services.personalize.model.ListEventTrackersRequest;
import software.amazon.awssdk.services.personalize.model.ListFiltersRequest;
import software.amazon.awssdk.services.personalize.model.ListMetricAttributionMetricsRequest;
import software.amazon.awssdk.services.personalize.model.ListMetricAttributionsRequest;
import software.amazon.awssdk.services.personalize.model.ListRecipesRequest;
import software.amazon.awssdk.services.personalize.model.ListRecommendersRequest;
import software.amazon.awssdk.services.personalize.model.ListSchemasRequest;
import software.amazon.awssdk.services.personalize.model.ListSolutionVersionsRequest;
import software.amazon.awssdk.services.personalize.model.ListSolutionsRequest;
import software.amazon.awssdk.services.personalize.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.personalize.model.StartRecommenderRequest;
import software.amazon.awssdk.services.personalize.model.StopRecommenderRequest;
import software.amazon.awssdk.services.personalize.model.StopSolutionVersionCreationRequest;
import software.amazon.awssdk.services.personalize.model.TagResourceRequest;
import software.amazon.awssdk.services.personalize.model.UntagResourceRequest;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.UpdateDatasetRequest;
import software.amazon.awssdk.services.personalize.model.UpdateMetricAttributionRequest;
import software.amazon.awssdk.services.personalize.model.UpdateRecommenderRequest;
import software.amazon.awssdk.services.personalize.model.UpdateSolutionRequest;

/**
 * The table of the control plane: one row for each of its 71 operations, built or not.
 *
 * <p>A create operation requires its action on the new resource and on its parent. A solution
 * version has no resource type of its own: it is a {@code solution}, under the ARN that the request
 * names. List operations know no resources, whatever they filter by.
 */
public final class PersonalizeOperations {
  private PersonalizeOperations() {}

  /** All rows, made by {@code rows}. */
  public static List<Row<?>> rows(Rows rows) {
    return Stream.of(creations(rows), descriptions(rows), lists(rows), changes(rows), tags(rows))
        .<Row<?>>flatMap(List::stream)
        .toList();
  }

  /** What a caller needs who wants to know how a solution version is. */
  public static List<Requirement> describeSolutionVersion(Rows rows, String versionArn) {
    return describeSolutionVersion(rows)
        .requirements()
        .apply(DescribeSolutionVersionRequest.builder().solutionVersionArn(versionArn).build());
  }

  private static Row<DescribeSolutionVersionRequest> describeSolutionVersion(Rows rows) {
    return rows.on(
        DescribeSolutionVersionRequest.class, DescribeSolutionVersionRequest::solutionVersionArn);
  }

  private static List<Row<?>> creations(Rows rows) {
    return List.of(
        rows.create(
            CreateBatchInferenceJobRequest.class,
            in -> List.of(arn(Kind.BATCH_INFERENCE_JOB, in.jobName()), in.solutionVersionArn())),
        rows.create(
            CreateBatchSegmentJobRequest.class,
            in -> List.of(arn(Kind.BATCH_SEGMENT_JOB, in.jobName()))),
        rows.create(
            CreateCampaignRequest.class,
            in -> List.of(arn(Kind.CAMPAIGN, in.name()), in.solutionVersionArn())),
        rows.create(
            CreateDataDeletionJobRequest.class,
            in -> List.of(arn(Kind.DATA_DELETION_JOB, in.jobName()), in.datasetGroupArn())),
        rows.create(
            CreateDatasetExportJobRequest.class,
            in -> List.of(arn(Kind.DATASET_EXPORT_JOB, in.jobName()), in.datasetArn())),
        rows.create(
            CreateDatasetGroupRequest.class, in -> List.of(arn(Kind.DATASET_GROUP, in.name()))),
        rows.create(
            CreateDatasetImportJobRequest.class,
            in -> List.of(arn(Kind.DATASET_IMPORT_JOB, in.jobName()), in.datasetArn())),
        rows.create(CreateDatasetRequest.class, in -> List.of(dataset(in), in.datasetGroupArn())),
        rows.create(
            CreateEventTrackerRequest.class,
            in -> List.of(arn(Kind.EVENT_TRACKER, in.name()), in.datasetGroupArn())),
        rows.create(
            CreateFilterRequest.class,
            in -> List.of(arn(Kind.FILTER, in.name()), in.datasetGroupArn())),
        rows.create(
            CreateMetricAttributionRequest.class,
            in -> List.of(arn(Kind.METRIC_ATTRIBUTION, in.name()), in.datasetGroupArn())),
        rows.create(
            CreateRecommenderRequest.class,
            in -> List.of(arn(Kind.RECOMMENDER, in.name()), in.datasetGroupArn())),
        rows.create(CreateSchemaRequest.class, in -> List.of(arn(Kind.SCHEMA, in.name()))),
        rows.create(
            CreateSolutionRequest.class,
            in -> List.of(arn(Kind.SOLUTION, in.name()), in.datasetGroupArn())),
        rows.create(CreateSolutionVersionRequest.class, in -> List.of(in.solutionArn())));
  }

  private static List<Row<?>> descriptions(Rows rows) {
    return List.of(
        rows.on(DescribeAlgorithmRequest.class, DescribeAlgorithmRequest::algorithmArn),
        rows.on(
            DescribeBatchInferenceJobRequest.class,
            DescribeBatchInferenceJobRequest::batchInferenceJobArn),
        rows.on(
            DescribeBatchSegmentJobRequest.class,
            DescribeBatchSegmentJobRequest::batchSegmentJobArn),
        rows.on(DescribeCampaignRequest.class, DescribeCampaignRequest::campaignArn),
        rows.on(
            DescribeDataDeletionJobRequest.class,
            DescribeDataDeletionJobRequest::dataDeletionJobArn),
        rows.on(
            DescribeDatasetExportJobRequest.class,
            DescribeDatasetExportJobRequest::datasetExportJobArn),
        rows.on(DescribeDatasetGroupRequest.class, DescribeDatasetGroupRequest::datasetGroupArn),
        rows.on(
            DescribeDatasetImportJobRequest.class,
            DescribeDatasetImportJobRequest::datasetImportJobArn),
        rows.on(DescribeDatasetRequest.class, DescribeDatasetRequest::datasetArn),
        rows.on(DescribeEventTrackerRequest.class, DescribeEventTrackerRequest::eventTrackerArn),
        rows.on(
            DescribeFeatureTransformationRequest.class,
            DescribeFeatureTransformationRequest::featureTransformationArn),
        rows.on(DescribeFilterRequest.class, DescribeFilterRequest::filterArn),
        rows.on(
            DescribeMetricAttributionRequest.class,
            DescribeMetricAttributionRequest::metricAttributionArn),
        rows.on(DescribeRecipeRequest.class, DescribeRecipeRequest::recipeArn),
        rows.on(DescribeRecommenderRequest.class, DescribeRecommenderRequest::recommenderArn),
        rows.on(DescribeSchemaRequest.class, DescribeSchemaRequest::schemaArn),
        rows.on(DescribeSolutionRequest.class, DescribeSolutionRequest::solutionArn),
        describeSolutionVersion(rows),
        rows.on(GetSolutionMetricsRequest.class, GetSolutionMetricsRequest::solutionVersionArn));
  }

  private static List<Row<?>> lists(Rows rows) {
    return List.of(
        rows.onAll(ListBatchInferenceJobsRequest.class),
        rows.onAll(ListBatchSegmentJobsRequest.class),
        rows.onAll(ListCampaignsRequest.class),
        rows.onAll(ListDataDeletionJobsRequest.class),
        rows.onAll(ListDatasetExportJobsRequest.class),
        rows.onAll(ListDatasetGroupsRequest.class),
        rows.onAll(ListDatasetImportJobsRequest.class),
        rows.onAll(ListDatasetsRequest.class),
        rows.onAll(ListEventTrackersRequest.class),
        rows.onAll(ListFiltersRequest.class),
        rows.onAll(ListMetricAttributionMetricsRequest.class),
        rows.onAll(ListMetricAttributionsRequest.class),
        rows.onAll(ListRecipesRequest.class),
        rows.onAll(ListRecommendersRequest.class),
        rows.onAll(ListSchemasRequest.class),
        rows.onAll(ListSolutionVersionsRequest.class),
        rows.onAll(ListSolutionsRequest.class));
  }

  private static List<Row<?>> changes(Rows rows) {
    return List.of(
        rows.on(DeleteCampaignRequest.class, DeleteCampaignRequest::campaignArn),
        rows.on(DeleteDatasetGroupRequest.class, DeleteDatasetGroupRequest::datasetGroupArn),
        rows.on(DeleteDatasetRequest.class, DeleteDatasetRequest::datasetArn),
        rows.on(DeleteEventTrackerRequest.class, DeleteEventTrackerRequest::eventTrackerArn),
        rows.on(DeleteFilterRequest.class, DeleteFilterRequest::filterArn),
        rows.on(
            DeleteMetricAttributionRequest.class,
            DeleteMetricAttributionRequest::metricAttributionArn),
        rows.on(DeleteRecommenderRequest.class, DeleteRecommenderRequest::recommenderArn),
        rows.on(DeleteSchemaRequest.class, DeleteSchemaRequest::schemaArn),
        rows.on(DeleteSolutionRequest.class, DeleteSolutionRequest::solutionArn),
        rows.on(StartRecommenderRequest.class, StartRecommenderRequest::recommenderArn),
        rows.on(StopRecommenderRequest.class, StopRecommenderRequest::recommenderArn),
        rows.on(
            StopSolutionVersionCreationRequest.class,
            StopSolutionVersionCreationRequest::solutionVersionArn),
        rows.on(UpdateCampaignRequest.class, UpdateCampaignRequest::campaignArn),
        rows.on(UpdateDatasetRequest.class, UpdateDatasetRequest::datasetArn),
        rows.on(UpdateRecommenderRequest.class, UpdateRecommenderRequest::recommenderArn),
        rows.on(UpdateSolutionRequest.class, UpdateSolutionRequest::solutionArn),
        rows.passing(
            UpdateMetricAttributionRequest.class,
            in -> Objects.requireNonNullElse(in.metricAttributionArn(), "*")));
  }

  private static List<Row<?>> tags(Rows rows) {
    return List.of(
        rows.on(ListTagsForResourceRequest.class, ListTagsForResourceRequest::resourceArn),
        rows.on(
            TagResourceRequest.class,
            TagResourceRequest::resourceArn,
            in -> Rows.requestTags(in.tags())),
        rows.on(
            UntagResourceRequest.class,
            UntagResourceRequest::resourceArn,
            in -> Map.of("aws:TagKeys", in.tagKeys())));
  }

  private static String arn(Kind<?> kind, String name) {
    return Place.current().arn(kind, name);
  }

  /** The ARN of the dataset that an input asks for: its name is not part of it. */
  private static String dataset(CreateDatasetRequest in) {
    String group = in.datasetGroupArn().substring(in.datasetGroupArn().lastIndexOf('/') + 1);
    return arn(Kind.DATASET, group + "/" + in.datasetType().toUpperCase(Locale.ROOT));
  }
}
