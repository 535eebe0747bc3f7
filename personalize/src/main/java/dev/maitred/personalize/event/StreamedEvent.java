package dev.maitred.personalize.event;

import org.jspecify.annotations.Nullable;

/**
 * An event that came through PutEvents.
 *
 * @param dataset the ARN of the Interactions dataset that it belongs to
 * @param user who did it; null while only the session is known
 * @param session the session's id
 * @param item the item's id
 * @param type the event type
 * @param value the event value, null if none was given
 * @param time in seconds since 1970
 * @param eventId the client's own id, null if it gave none
 * @param details everything else, as JSON: columns of the schema, impression, attribution
 */
public record StreamedEvent(
    String dataset,
    @Nullable String user,
    String session,
    String item,
    String type,
    @Nullable Float value,
    long time,
    @Nullable String eventId,
    String details) {

  /**
   * Under whose name the event is looked up for recommendations: the user's, else the session's.
   */
  public String who() {
    return user == null ? session : user;
  }
}
