package dev.maitred.personalize.event;

import dev.maitred.personalize.bulk.Columns;
import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.Place;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Status;
import java.util.Set;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.EventTracker;

/**
 * Where the events of a tracker go.
 *
 * @param dataset the ARN of its group's Interactions dataset
 * @param columns what an event can hold
 */
record EventTarget(String dataset, Columns columns) {
  /** A tracker that is being created takes events already; its id was given out. */
  private static final Set<String> GONE =
      Set.of(Status.DELETE_PENDING, Status.DELETE_IN_PROGRESS, Status.CREATE_FAILED);

  /** A tracking id, as it is given in a place: one of another region is unknown there. */
  record Tracking(String id, Place place) {}

  /**
   * Finds the target of a tracking id.
   *
   * @throws dev.maitred.wire.AwsError InvalidInputException if there is none; PutEvents models no
   *     other
   */
  static EventTarget of(ResourceTable table, Tracking tracking) {
    EventTracker tracker =
        table.every(Kind.EVENT_TRACKER).stream()
            .filter(each -> each.trackingId().equals(tracking.id()))
            .filter(each -> Place.of(each.eventTrackerArn()).equals(tracking.place()))
            .filter(each -> !GONE.contains(each.status()))
            .findFirst()
            .orElseThrow(
                () -> PersonalizeErrors.invalidInput("No event tracker has this trackingId."));
    Dataset dataset =
        table.children(Kind.DATASET, tracker.datasetGroupArn()).stream()
            .filter(each -> each.datasetType().equalsIgnoreCase("INTERACTIONS"))
            .findFirst()
            .orElseThrow(
                () ->
                    PersonalizeErrors.invalidInput(
                        "The dataset group of the event tracker has no Interactions dataset."));
    String schema = table.require(Kind.SCHEMA, dataset.schemaArn()).schema();
    return new EventTarget(dataset.datasetArn(), Columns.of(schema));
  }
}
