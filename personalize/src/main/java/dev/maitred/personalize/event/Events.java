package dev.maitred.personalize.event;

import dev.maitred.personalize.resource.Place;
import dev.maitred.personalize.resource.Resources;
import dev.maitred.store.Remembered;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeevents.model.PutEventsRequest;
import software.amazon.awssdk.services.personalizeevents.model.PutEventsResponse;

/** The operations of the service {@code personalize-events}. */
public final class Events implements PersonalizeEventsClient {
  private final EventLog log;
  private final Remembered<EventTarget.Tracking, EventTarget> targets;

  public Events(Resources resources, EventLog log) {
    this.log = log;
    this.targets = resources.remembered(EventTarget::of);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  /** Answers once the events are on disk. */
  @Override
  public PutEventsResponse putEvents(PutEventsRequest in) {
    EventTarget target = targets.get(new EventTarget.Tracking(in.trackingId(), Place.current()));
    log.append(new EventReader(target, in.userId(), in.sessionId()).read(in.eventList()));
    return PutEventsResponse.builder().build();
  }
}
