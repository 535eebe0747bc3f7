package dev.maitred.personalize.metrics;

import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.PersonalizeHandler;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import java.util.Map;
import software.amazon.awssdk.services.personalize.model.GetSolutionMetricsRequest;
import software.amazon.awssdk.services.personalize.model.GetSolutionMetricsResponse;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/** Answers {@code GetSolutionMetrics}. */
public final class SolutionMetrics implements PersonalizeHandler {
  private final Resources resources;

  public SolutionMetrics(Resources resources) {
    this.resources = resources;
  }

  @Override
  public GetSolutionMetricsResponse getSolutionMetrics(GetSolutionMetricsRequest in) {
    String arn = in.solutionVersionArn();
    return GetSolutionMetricsResponse.builder()
        .solutionVersionArn(arn)
        .metrics(resources.read(table -> metrics(table, arn)))
        .build();
  }

  /** A version that is being made has none yet; AWS models ResourceInUse for this call. */
  private static Map<String, Double> metrics(ResourceTable table, String arn) {
    SolutionVersion version = table.require(Kind.SOLUTION_VERSION, arn);
    if (Status.isChanging(version)) {
      throw PersonalizeErrors.resourceInUse(
          "The solution version %s has the status %s and has no metrics yet."
              .formatted(arn, version.status()));
    }
    return MetricTable.of(table.handle(), arn);
  }
}
