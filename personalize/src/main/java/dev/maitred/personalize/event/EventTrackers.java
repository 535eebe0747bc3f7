package dev.maitred.personalize.event;

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
import java.util.UUID;
import software.amazon.awssdk.services.personalize.model.CreateEventTrackerRequest;
import software.amazon.awssdk.services.personalize.model.CreateEventTrackerResponse;
import software.amazon.awssdk.services.personalize.model.DeleteEventTrackerRequest;
import software.amazon.awssdk.services.personalize.model.DeleteEventTrackerResponse;
import software.amazon.awssdk.services.personalize.model.DescribeEventTrackerRequest;
import software.amazon.awssdk.services.personalize.model.DescribeEventTrackerResponse;
import software.amazon.awssdk.services.personalize.model.EventTracker;
import software.amazon.awssdk.services.personalize.model.EventTrackerSummary;
import software.amazon.awssdk.services.personalize.model.ListEventTrackersRequest;
import software.amazon.awssdk.services.personalize.model.ListEventTrackersResponse;

/**
 * The operations on event trackers. An ARN holds the tracker's name; the events that came through a
 * tracker stay when it is deleted.
 */
public final class EventTrackers implements PersonalizeHandler {
  /** Hexadecimal digits of the id in an ARN. */
  private static final int ID_LENGTH = 8;

  private final Resources resources;
  private final Lifecycle lifecycle;

  public EventTrackers(Resources resources, Lifecycle lifecycle) {
    this.resources = resources;
    this.lifecycle = lifecycle;
  }

  @Override
  public CreateEventTrackerResponse createEventTracker(CreateEventTrackerRequest in) {
    String trackingId = UUID.randomUUID().toString();
    String arn = Place.current().arn(Kind.EVENT_TRACKER, trackingId.substring(0, ID_LENGTH));
    EventTracker tracker =
        Shapes.copy(in, EventTracker.builder())
            .eventTrackerArn(arn)
            .accountId(Place.of(arn).account())
            .trackingId(trackingId)
            .build();
    resources.change(
        table -> {
          checkGroup(table, in.datasetGroupArn());
          checkName(table, Place.of(arn), in.name());
          lifecycle.create(
              table,
              new Draft<>(
                  Kind.EVENT_TRACKER, arn, in.name(), in.datasetGroupArn(), tracker, in.tags()));
        });
    return CreateEventTrackerResponse.builder().eventTrackerArn(arn).trackingId(trackingId).build();
  }

  private static void checkGroup(ResourceTable table, String group) {
    Lifecycle.requireActive(table, Kind.DATASET_GROUP, group);
    if (!table.children(Kind.EVENT_TRACKER, group).isEmpty()) {
      throw PersonalizeErrors.limitExceeded(
          "The dataset group %s has an event tracker, and can have only one.".formatted(group));
    }
  }

  /** The ARN, unlike those of other kinds, does not hold the name. */
  private static void checkName(ResourceTable table, Place place, String name) {
    table.all(Kind.EVENT_TRACKER, place).stream()
        .filter(tracker -> tracker.name().equals(name))
        .findFirst()
        .ifPresent(
            tracker -> {
              throw PersonalizeErrors.resourceAlreadyExists(tracker.eventTrackerArn());
            });
  }

  @Override
  public DescribeEventTrackerResponse describeEventTracker(DescribeEventTrackerRequest in) {
    return DescribeEventTrackerResponse.builder()
        .eventTracker(resources.require(Kind.EVENT_TRACKER, in.eventTrackerArn()))
        .build();
  }

  @Override
  public ListEventTrackersResponse listEventTrackers(ListEventTrackersRequest in) {
    Listing listing = Listing.of(in.datasetGroupArn(), in.maxResults(), in.nextToken());
    Page<EventTrackerSummary> page =
        resources
            .list(Kind.EVENT_TRACKER, listing)
            .map(tracker -> Shapes.copy(tracker, EventTrackerSummary.builder()).build());
    return ListEventTrackersResponse.builder()
        .eventTrackers(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeleteEventTrackerResponse deleteEventTracker(DeleteEventTrackerRequest in) {
    resources.change(table -> lifecycle.delete(table, Kind.EVENT_TRACKER, in.eventTrackerArn()));
    return DeleteEventTrackerResponse.builder().build();
  }
}
