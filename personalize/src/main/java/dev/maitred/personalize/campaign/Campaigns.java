package dev.maitred.personalize.campaign;

import dev.maitred.personalize.lifecycle.Draft;
import dev.maitred.personalize.lifecycle.Lifecycle;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.Listing;
import dev.maitred.personalize.resource.Page;
import dev.maitred.personalize.resource.PersonalizeHandler;
import dev.maitred.personalize.resource.Place;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.store.jobs.Jobs;
import dev.maitred.wire.shape.Shapes;
import java.time.Clock;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.CampaignSummary;
import software.amazon.awssdk.services.personalize.model.CreateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.CreateCampaignResponse;
import software.amazon.awssdk.services.personalize.model.DeleteCampaignRequest;
import software.amazon.awssdk.services.personalize.model.DeleteCampaignResponse;
import software.amazon.awssdk.services.personalize.model.DescribeCampaignRequest;
import software.amazon.awssdk.services.personalize.model.DescribeCampaignResponse;
import software.amazon.awssdk.services.personalize.model.ListCampaignsRequest;
import software.amazon.awssdk.services.personalize.model.ListCampaignsResponse;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignResponse;

/**
 * The operations on campaigns.
 *
 * <p>A campaign names the version that it answers from. While an update is under way it goes on
 * answering from the old one.
 */
public final class Campaigns implements PersonalizeHandler {
  private static final int DEFAULT_TPS = 1;

  private final Resources resources;
  private final Lifecycle lifecycle;
  private final Jobs jobs;
  private final Clock clock;

  public Campaigns(Resources resources, Lifecycle lifecycle, Jobs jobs, Clock clock) {
    this.resources = resources;
    this.lifecycle = lifecycle;
    this.jobs = jobs;
    this.clock = clock;
    CampaignUpdate.register(jobs, resources, lifecycle, clock);
  }

  @Override
  public CreateCampaignResponse createCampaign(CreateCampaignRequest in) {
    String arn = Place.current().arn(Kind.CAMPAIGN, in.name());
    resources.change(table -> create(table, in, arn));
    return CreateCampaignResponse.builder().campaignArn(arn).build();
  }

  private void create(ResourceTable table, CreateCampaignRequest in, String arn) {
    SolutionVersion version =
        Deployable.require(table, in.solutionVersionArn(), in.campaignConfig());
    Campaign campaign =
        Shapes.copy(in, Campaign.builder())
            .campaignArn(arn)
            .solutionVersionArn(version.solutionVersionArn())
            .minProvisionedTPS(
                in.minProvisionedTPS() == null ? DEFAULT_TPS : in.minProvisionedTPS())
            .build();
    lifecycle.create(
        table,
        new Draft<>(Kind.CAMPAIGN, arn, in.name(), version.solutionArn(), campaign, in.tags()));
  }

  @Override
  public UpdateCampaignResponse updateCampaign(UpdateCampaignRequest in) {
    resources.change(table -> CampaignUpdate.enqueue(table, jobs, clock, in));
    return UpdateCampaignResponse.builder().campaignArn(in.campaignArn()).build();
  }

  @Override
  public DescribeCampaignResponse describeCampaign(DescribeCampaignRequest in) {
    return DescribeCampaignResponse.builder()
        .campaign(resources.require(Kind.CAMPAIGN, in.campaignArn()))
        .build();
  }

  @Override
  public ListCampaignsResponse listCampaigns(ListCampaignsRequest in) {
    Page<CampaignSummary> page =
        resources
            .list(Kind.CAMPAIGN, Listing.of(in.solutionArn(), in.maxResults(), in.nextToken()))
            .map(campaign -> Shapes.copy(campaign, CampaignSummary.builder()).build());
    return ListCampaignsResponse.builder()
        .campaigns(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeleteCampaignResponse deleteCampaign(DeleteCampaignRequest in) {
    resources.change(
        table -> {
          CampaignUpdate.requireSettled(table.require(Kind.CAMPAIGN, in.campaignArn()));
          lifecycle.delete(table, Kind.CAMPAIGN, in.campaignArn());
        });
    return DeleteCampaignResponse.builder().build();
  }
}
