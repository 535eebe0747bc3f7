package dev.maitred.personalize.campaign;

import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Status;
import dev.maitred.store.jobs.Jobs;
import java.time.Clock;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/**
 * Moves the campaigns with {@code syncWithLatestSolutionVersion} to a version that became active.
 * One that is being updated at that moment stays with what it is updated to.
 */
public final class CampaignSync {
  private final Jobs jobs;
  private final Clock clock;

  public CampaignSync(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Begins the updates, in the transaction in which {@code version} becomes active. */
  public void follow(ResourceTable table, SolutionVersion version) {
    table.children(Kind.CAMPAIGN, version.solutionArn()).stream()
        .filter(CampaignSync::follows)
        .forEach(
            campaign ->
                CampaignUpdate.enqueue(
                    table,
                    jobs,
                    clock,
                    UpdateCampaignRequest.builder()
                        .campaignArn(campaign.campaignArn())
                        .solutionVersionArn(version.solutionArn() + Deployable.LATEST)
                        .build()));
  }

  private static boolean follows(Campaign campaign) {
    return campaign.campaignConfig() != null
        && Boolean.TRUE.equals(campaign.campaignConfig().syncWithLatestSolutionVersion())
        && Status.isActive(campaign)
        && (campaign.latestCampaignUpdate() == null
            || !Status.isChanging(campaign.latestCampaignUpdate()));
  }
}
