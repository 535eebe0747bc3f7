package dev.maitred.personalize.solution;

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
import dev.maitred.store.jobs.JobProgress;
import dev.maitred.wire.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionResponse;
import software.amazon.awssdk.services.personalize.model.DeleteSolutionRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSolutionResponse;
import software.amazon.awssdk.services.personalize.model.DescribeSolutionRequest;
import software.amazon.awssdk.services.personalize.model.DescribeSolutionResponse;
import software.amazon.awssdk.services.personalize.model.ListSolutionsRequest;
import software.amazon.awssdk.services.personalize.model.ListSolutionsResponse;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionSummary;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.SolutionVersionSummary;

/** The operations on solutions. Their versions go with them. */
public final class Solutions implements PersonalizeHandler {
  private final Resources resources;
  private final Lifecycle lifecycle;

  public Solutions(Resources resources, Lifecycle lifecycle) {
    this.resources = resources;
    this.lifecycle = lifecycle;
    lifecycle.whenDeleted(Kind.SOLUTION, this::deleteVersions);
  }

  @Override
  public CreateSolutionResponse createSolution(CreateSolutionRequest in) {
    String recipeArn = SolutionRules.check(in);
    String arn = Place.current().arn(Kind.SOLUTION, in.name());
    Solution solution = solution(in, arn, recipeArn);
    resources.change(
        table -> {
          Lifecycle.requireActive(table, Kind.DATASET_GROUP, in.datasetGroupArn());
          lifecycle.create(
              table,
              new Draft<>(
                  Kind.SOLUTION, arn, in.name(), in.datasetGroupArn(), solution, in.tags()));
        });
    return CreateSolutionResponse.builder().solutionArn(arn).build();
  }

  private static Solution solution(CreateSolutionRequest in, String arn, String recipeArn) {
    Solution.Builder solution =
        Shapes.copy(in, Solution.builder())
            .solutionArn(arn)
            .performHPO(Boolean.TRUE.equals(in.performHPO()))
            .performAutoML(Boolean.TRUE.equals(in.performAutoML()))
            .performAutoTraining(!Boolean.FALSE.equals(in.performAutoTraining()))
            .performIncrementalUpdate(Boolean.TRUE.equals(in.performIncrementalUpdate()));
    return Boolean.TRUE.equals(in.performAutoML())
        ? solution.autoMLResult(result -> result.bestRecipeArn(recipeArn)).build()
        : solution.build();
  }

  @Override
  public DescribeSolutionResponse describeSolution(DescribeSolutionRequest in) {
    return resources.read(
        table ->
            DescribeSolutionResponse.builder()
                .solution(withLatestVersion(table, table.require(Kind.SOLUTION, in.solutionArn())))
                .build());
  }

  private static Solution withLatestVersion(ResourceTable table, Solution solution) {
    List<SolutionVersion> versions = table.children(Kind.SOLUTION_VERSION, solution.solutionArn());
    return versions.isEmpty()
        ? solution
        : solution.toBuilder()
            .latestSolutionVersion(
                Shapes.copy(versions.getLast(), SolutionVersionSummary.builder()).build())
            .build();
  }

  @Override
  public ListSolutionsResponse listSolutions(ListSolutionsRequest in) {
    Page<SolutionSummary> page =
        resources
            .list(Kind.SOLUTION, Listing.of(in.datasetGroupArn(), in.maxResults(), in.nextToken()))
            .map(solution -> Shapes.copy(solution, SolutionSummary.builder()).build());
    return ListSolutionsResponse.builder()
        .solutions(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeleteSolutionResponse deleteSolution(DeleteSolutionRequest in) {
    String arn = in.solutionArn();
    resources.change(
        table -> {
          table.require(Kind.SOLUTION, arn);
          requireNoCampaign(table, arn);
          table
              .children(Kind.SOLUTION_VERSION, arn)
              .forEach(
                  version ->
                      Lifecycle.requireSettled(
                          Kind.SOLUTION_VERSION, version.solutionVersionArn(), version));
          lifecycle.delete(table, Kind.SOLUTION, arn);
        });
    return DeleteSolutionResponse.builder().build();
  }

  private static void requireNoCampaign(ResourceTable table, String arn) {
    for (Campaign campaign : table.children(Kind.CAMPAIGN, arn)) {
      throw PersonalizeErrors.resourceInUse(
          "The solution %s is used by the campaign %s; delete that first."
              .formatted(arn, campaign.campaignArn()));
    }
  }

  private void deleteVersions(Solution solution, JobProgress progress) throws Exception {
    List<SolutionVersion> versions =
        resources.read(table -> table.children(Kind.SOLUTION_VERSION, solution.solutionArn()));
    for (SolutionVersion version : versions) {
      lifecycle.deleteWithParent(Kind.SOLUTION_VERSION, version.solutionVersionArn(), progress);
    }
  }
}
