package dev.maitred.personalize.runtime;

import dev.maitred.personalize.campaign.Influence;
import dev.maitred.personalize.campaign.ItemExploration;
import dev.maitred.personalize.event.EventLog;
import dev.maitred.personalize.interactions.EventSelection;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import dev.maitred.personalize.training.Models;
import dev.maitred.personalize.training.Selections;
import dev.maitred.personalize.training.TrainedModel;
import dev.maitred.recommend.RankingInfluence;
import dev.maitred.recommend.trend.Trends;
import dev.maitred.store.Remembered;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/**
 * What each campaign serves, as of the last change of a resource: a campaign that was updated
 * answers the next request from its new version, one that was deleted answers no more. Models are
 * read from disk at their first use, and shared. Safe for use by many threads.
 */
public final class Deployments {
  private final Models models;
  private final LiveTrends trends;
  private final Remembered<String, Target> targets;

  private record Target(
      String version,
      String dataset,
      EventSelection selection,
      Optional<ItemExploration> exploration,
      RankingInfluence influence) {}

  public Deployments(Resources resources, Models models, EventLog log, Clock clock) {
    this.models = models;
    this.trends = new LiveTrends(log, clock);
    this.targets = resources.remembered(Deployments::target);
  }

  /**
   * What a campaign serves.
   *
   * @throws dev.maitred.wire.AwsError ResourceNotFoundException without the campaign;
   *     InvalidInputException while it is not active
   */
  Deployment of(String campaignArn) {
    Target target = targets.get(campaignArn);
    TrainedModel model = models.of(target.version());
    return new Deployment(
        target.version(),
        model,
        target.dataset(),
        target.selection(),
        target.exploration(),
        target.influence(),
        model.recommender() instanceof Trends
            ? trends.of(target.version(), model, target.dataset(), target.selection())
            : model.recommender());
  }

  /** Reads the model of a campaign, so that its first answer does not wait for it. */
  public void prepare(Campaign campaign) {
    models.of(campaign.solutionVersionArn());
  }

  private static Target target(ResourceTable table, String campaignArn) {
    Campaign campaign = table.require(Kind.CAMPAIGN, campaignArn);
    if (!Status.isActive(campaign)) {
      throw PersonalizeErrors.invalidInput(
          "The campaign %s has the status %s and must be ACTIVE."
              .formatted(campaignArn, campaign.status()));
    }
    SolutionVersion version = table.require(Kind.SOLUTION_VERSION, campaign.solutionVersionArn());
    return new Target(
        version.solutionVersionArn(),
        dataset(table, version),
        Selections.of(version),
        ItemExploration.of(campaign.campaignConfig(), version.recipeArn()),
        Influence.of(campaign.campaignConfig()));
  }

  /** Where the users' events go; empty if the dataset is gone, as no event goes there any more. */
  private static String dataset(ResourceTable table, SolutionVersion version) {
    return table.children(Kind.DATASET, version.datasetGroupArn()).stream()
        .filter(dataset -> dataset.datasetType().equalsIgnoreCase("INTERACTIONS"))
        .map(Dataset::datasetArn)
        .findFirst()
        .orElse("");
  }
}
