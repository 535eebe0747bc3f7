package dev.maitred.personalize.resource;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.personalize.model.BatchInferenceJob;
import software.amazon.awssdk.services.personalize.model.BatchSegmentJob;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.DataDeletionJob;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.DatasetExportJob;
import software.amazon.awssdk.services.personalize.model.DatasetGroup;
import software.amazon.awssdk.services.personalize.model.DatasetImportJob;
import software.amazon.awssdk.services.personalize.model.DatasetSchema;
import software.amazon.awssdk.services.personalize.model.EventTracker;
import software.amazon.awssdk.services.personalize.model.Filter;
import software.amazon.awssdk.services.personalize.model.MetricAttribution;
import software.amazon.awssdk.services.personalize.model.Recommender;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/**
 * A kind of resource.
 *
 * @param <T> the shape that describes one
 * @param segment the type segment of its ARNs, such as {@code dataset-group}; a solution version
 *     has an id of its own form, {@code solution/NAME/ID}
 * @param noun what messages call one, such as {@code dataset group}
 * @param shape the class of that shape
 * @param taggable whether it can carry tags; a solution version's are those of its solution's type
 */
public record Kind<T extends SdkPojo>(
    String segment, String noun, Class<T> shape, boolean taggable) {

  public static final Kind<DatasetSchema> SCHEMA =
      new Kind<>("schema", "schema", DatasetSchema.class, false);
  public static final Kind<DatasetGroup> DATASET_GROUP =
      new Kind<>("dataset-group", "dataset group", DatasetGroup.class, true);
  public static final Kind<Dataset> DATASET = new Kind<>("dataset", "dataset", Dataset.class, true);
  public static final Kind<DatasetImportJob> DATASET_IMPORT_JOB =
      new Kind<>("dataset-import-job", "dataset import job", DatasetImportJob.class, true);
  public static final Kind<DatasetExportJob> DATASET_EXPORT_JOB =
      new Kind<>("dataset-export-job", "dataset export job", DatasetExportJob.class, true);
  public static final Kind<DataDeletionJob> DATA_DELETION_JOB =
      new Kind<>("data-deletion-job", "data deletion job", DataDeletionJob.class, true);
  public static final Kind<EventTracker> EVENT_TRACKER =
      new Kind<>("event-tracker", "event tracker", EventTracker.class, true);
  public static final Kind<Solution> SOLUTION =
      new Kind<>("solution", "solution", Solution.class, true);
  public static final Kind<SolutionVersion> SOLUTION_VERSION =
      new Kind<>("solution", "solution version", SolutionVersion.class, true);
  public static final Kind<Campaign> CAMPAIGN =
      new Kind<>("campaign", "campaign", Campaign.class, true);
  public static final Kind<Recommender> RECOMMENDER =
      new Kind<>("recommender", "recommender", Recommender.class, true);
  public static final Kind<Filter> FILTER = new Kind<>("filter", "filter", Filter.class, true);
  public static final Kind<BatchInferenceJob> BATCH_INFERENCE_JOB =
      new Kind<>("batch-inference-job", "batch inference job", BatchInferenceJob.class, true);
  public static final Kind<BatchSegmentJob> BATCH_SEGMENT_JOB =
      new Kind<>("batch-segment-job", "batch segment job", BatchSegmentJob.class, true);
  public static final Kind<MetricAttribution> METRIC_ATTRIBUTION =
      new Kind<>("metric-attribution", "metric attribution", MetricAttribution.class, false);

  /** Every kind that the table holds. */
  public static final List<Kind<?>> ALL =
      List.of(
          SCHEMA,
          DATASET_GROUP,
          DATASET,
          DATASET_IMPORT_JOB,
          DATASET_EXPORT_JOB,
          DATA_DELETION_JOB,
          EVENT_TRACKER,
          SOLUTION,
          SOLUTION_VERSION,
          CAMPAIGN,
          RECOMMENDER,
          FILTER,
          BATCH_INFERENCE_JOB,
          BATCH_SEGMENT_JOB,
          METRIC_ATTRIBUTION);

  /** The kind called {@code noun}, as the table stores it. */
  static Optional<Kind<?>> called(String noun) {
    return ALL.stream()
        .filter(kind -> kind.noun().equals(noun))
        .<Kind<?>>map(kind -> kind)
        .findFirst();
  }
}
