package dev.maitred.personalize.dataset;

import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Status;
import dev.maitred.personalize.schema.DatasetType;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/**
 * Whether a dataset is in use. The rules are those of DeleteDataset in the guide: what streams into
 * it, filters or measures by it, is being made from it, or answers from it keeps it.
 */
final class DatasetUse {
  private final ResourceTable table;
  private final Dataset dataset;

  private DatasetUse(ResourceTable table, Dataset dataset) {
    this.table = table;
    this.dataset = dataset;
  }

  /**
   * Refuses what can't be done to a dataset that is in use.
   *
   * @throws dev.maitred.wire.AwsError ResourceInUseException that names the first user found
   */
  static void requireNone(ResourceTable table, Dataset dataset) {
    new DatasetUse(table, dataset)
        .users()
        .findFirst()
        .ifPresent(
            user -> {
              throw PersonalizeErrors.resourceInUse(
                  "The dataset %s is in use by its dataset group's %s."
                      .formatted(dataset.datasetArn(), user));
            });
  }

  private Stream<String> users() {
    String group = dataset.datasetGroupArn();
    return Stream.of(
            noun(Kind.FILTER, table.children(Kind.FILTER, group)),
            noun(Kind.METRIC_ATTRIBUTION, table.children(Kind.METRIC_ATTRIBUTION, group)),
            noun(Kind.EVENT_TRACKER, trackers(group)),
            noun(Kind.RECOMMENDER, changing(table.children(Kind.RECOMMENDER, group))),
            noun(Kind.DATASET_IMPORT_JOB, changing(imports())),
            table.children(Kind.SOLUTION, group).stream().flatMap(this::users))
        .flatMap(users -> users);
  }

  private Stream<String> users(Solution solution) {
    List<SolutionVersion> versions = table.children(Kind.SOLUTION_VERSION, solution.solutionArn());
    Stream<Campaign> campaigns =
        table.children(Kind.CAMPAIGN, solution.solutionArn()).stream()
            .filter(campaign -> !Status.of(campaign).equals(Status.CREATE_FAILED));
    return Stream.of(
            noun(Kind.CAMPAIGN, campaigns),
            noun(Kind.SOLUTION_VERSION, changing(versions)),
            versions.stream().flatMap(this::batchJobs))
        .flatMap(users -> users);
  }

  private Stream<String> batchJobs(SolutionVersion version) {
    String arn = version.solutionVersionArn();
    return Stream.concat(
        noun(Kind.BATCH_INFERENCE_JOB, changing(table.children(Kind.BATCH_INFERENCE_JOB, arn))),
        noun(Kind.BATCH_SEGMENT_JOB, changing(table.children(Kind.BATCH_SEGMENT_JOB, arn))));
  }

  private List<? extends SdkPojo> imports() {
    return table.children(Kind.DATASET_IMPORT_JOB, dataset.datasetArn());
  }

  /** An event tracker streams into the interactions only. */
  private List<? extends SdkPojo> trackers(String group) {
    return dataset.datasetType().equals(DatasetType.INTERACTIONS.name())
        ? table.children(Kind.EVENT_TRACKER, group)
        : List.of();
  }

  private static List<? extends SdkPojo> changing(List<? extends SdkPojo> resources) {
    return resources.stream().filter(Status::isChanging).toList();
  }

  private static Stream<String> noun(Kind<?> kind, List<? extends SdkPojo> users) {
    return noun(kind, users.stream());
  }

  private static Stream<String> noun(Kind<?> kind, Stream<? extends SdkPojo> users) {
    return users.map(user -> kind.noun());
  }
}
