package dev.maitred.personalize.campaign;

import dev.maitred.personalize.lifecycle.Lifecycle;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.personalize.resource.Status;
import dev.maitred.store.jobs.Job;
import dev.maitred.store.jobs.JobProgress;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.shape.Shapes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.CampaignUpdateSummary;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/**
 * Takes a campaign's latest update from {@code CREATE PENDING} to {@code ACTIVE}; at that moment
 * the campaign becomes what the update says.
 */
final class CampaignUpdate implements Job {
  private static final String JOB = "update-campaign";

  private static final int LIMIT = 2;

  private final Resources resources;
  private final Lifecycle lifecycle;
  private final Clock clock;

  private CampaignUpdate(Resources resources, Lifecycle lifecycle, Clock clock) {
    this.resources = resources;
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  static void register(Jobs jobs, Resources resources, Lifecycle lifecycle, Clock clock) {
    jobs.register(JOB, LIMIT, new CampaignUpdate(resources, lifecycle, clock));
  }

  /**
   * Begins an update.
   *
   * @throws dev.maitred.wire.AwsError ResourceInUseException while the campaign is changing, and
   *     what {@link Deployable} says of the version
   */
  static void enqueue(ResourceTable table, Jobs jobs, Clock clock, UpdateCampaignRequest in) {
    String arn = in.campaignArn();
    Campaign campaign = table.require(Kind.CAMPAIGN, arn);
    requireSettled(campaign);
    CampaignUpdateSummary update = begin(table, campaign, in, clock.instant());
    table.update(Kind.CAMPAIGN, arn, now -> now.toBuilder().latestCampaignUpdate(update).build());
    jobs.enqueue(table.handle(), JOB, arn);
  }

  /**
   * Passes a campaign that neither changes itself nor is updated.
   *
   * @throws dev.maitred.wire.AwsError ResourceInUseException
   */
  static void requireSettled(Campaign campaign) {
    Lifecycle.requireSettled(Kind.CAMPAIGN, campaign.campaignArn(), campaign);
    if (campaign.latestCampaignUpdate() != null) {
      Lifecycle.requireSettled(
          Kind.CAMPAIGN, campaign.campaignArn(), campaign.latestCampaignUpdate());
    }
  }

  /** What an input asks of a campaign; what it leaves out stays as it is. */
  private static CampaignUpdateSummary begin(
      ResourceTable table, Campaign campaign, UpdateCampaignRequest in, Instant now) {
    CampaignUpdateSummary.Builder update =
        Shapes.copy(in, Shapes.copy(campaign, CampaignUpdateSummary.builder()));
    CampaignUpdateSummary asked = update.build();
    SolutionVersion version =
        Deployable.require(table, asked.solutionVersionArn(), asked.campaignConfig());
    requireSameSolution(table, campaign, version);
    return Status.created(
        update.solutionVersionArn(version.solutionVersionArn()).failureReason(null).build(), now);
  }

  private static void requireSameSolution(
      ResourceTable table, Campaign campaign, SolutionVersion version) {
    boolean same =
        table.children(Kind.CAMPAIGN, version.solutionArn()).stream()
            .anyMatch(child -> child.campaignArn().equals(campaign.campaignArn()));
    if (!same) {
      throw PersonalizeErrors.invalidInput(
          "The solution version %s is not one of the campaign's solution."
              .formatted(version.solutionVersionArn()));
    }
  }

  @Override
  public void run(String arn, JobProgress progress) throws Exception {
    Optional<Campaign> found =
        resources
            .find(Kind.CAMPAIGN, arn)
            .filter(campaign -> campaign.latestCampaignUpdate() != null)
            .filter(campaign -> Status.isChanging(campaign.latestCampaignUpdate()));
    if (found.isPresent()) {
      resources.update(Kind.CAMPAIGN, arn, settle(Status.CREATE_IN_PROGRESS));
      lifecycle.activate(Kind.CAMPAIGN, updated(found.get()), progress);
      resources.update(
          Kind.CAMPAIGN, arn, campaign -> updated(settle(Status.ACTIVE).apply(campaign)));
    }
  }

  private UnaryOperator<Campaign> settle(String status) {
    return campaign ->
        campaign.toBuilder()
            .latestCampaignUpdate(
                Status.set(campaign.latestCampaignUpdate(), status, clock.instant()))
            .build();
  }

  /** The campaign as its latest update says. */
  private Campaign updated(Campaign campaign) {
    CampaignUpdateSummary update = campaign.latestCampaignUpdate();
    return campaign.toBuilder()
        .solutionVersionArn(update.solutionVersionArn())
        .minProvisionedTPS(update.minProvisionedTPS())
        .campaignConfig(update.campaignConfig())
        .status(Status.ACTIVE)
        .failureReason(null)
        .lastUpdatedDateTime(clock.instant())
        .build();
  }

  @Override
  public void failed(String arn, String reason) {
    resources.update(
        Kind.CAMPAIGN,
        arn,
        campaign ->
            campaign.toBuilder()
                .latestCampaignUpdate(
                    Status.fail(campaign.latestCampaignUpdate(), reason, clock.instant()))
                .build());
  }
}
