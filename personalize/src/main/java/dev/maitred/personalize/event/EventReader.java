package dev.maitred.personalize.event;

import dev.maitred.personalize.bulk.ColumnType;
import dev.maitred.personalize.bulk.Columns.Column;
import dev.maitred.personalize.resource.PersonalizeErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalizeevents.model.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the events of one PutEvents call against the schema of their dataset. */
final class EventReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Columns that come from the event's own members, never from its properties. */
  private static final Set<String> MEMBERS =
      Set.of(
          "USER_ID",
          "ITEM_ID",
          "TIMESTAMP",
          "EVENT_TYPE",
          "EVENT_VALUE",
          "IMPRESSION",
          "RECOMMENDATION_ID",
          "EVENT_ATTRIBUTION_SOURCE");

  /** Old samples put these two among the properties; the event's own member wins. */
  private static final Set<String> MEMBERS_AS_PROPERTIES = Set.of("itemId", "eventValue");

  private static final int MAX_ITEM_LENGTH = 256;

  /** What an event value is where the schema has no column for it. */
  private static final Column EVENT_VALUE =
      new Column("EVENT_VALUE", ColumnType.FLOAT, false, false, false, false, 0);

  private final EventTarget target;
  private final @Nullable String user;
  private final String session;

  EventReader(EventTarget target, @Nullable String user, String session) {
    this.target = target;
    this.user = user;
    this.session = session;
  }

  /**
   * The events as they are stored.
   *
   * @throws dev.maitred.wire.AwsError InvalidInputException naming the event by its place in the
   *     list
   */
  List<StreamedEvent> read(List<Event> events) {
    List<StreamedEvent> read = new ArrayList<>();
    for (Event event : events) {
      read.add(read("eventList[" + read.size() + "]", event));
    }
    return read;
  }

  private StreamedEvent read(String place, Event event) {
    ObjectNode properties = properties(place, event);
    ObjectNode details = details(place, properties);
    putMembers(details, event);
    return new StreamedEvent(
        target.dataset(),
        user,
        session,
        item(place, event, properties),
        event.eventType(),
        value(place, event, properties),
        time(place, event),
        event.eventId(),
        JSON.writeValueAsString(details));
  }

  private static ObjectNode properties(String place, Event event) {
    if (event.properties() == null) {
      return JSON.createObjectNode();
    }
    try {
      if (JSON.readTree(event.properties()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      // Said below, as for other text that is no object.
    }
    throw PersonalizeErrors.invalidInput(place + ".properties must be a JSON object.");
  }

  private static String item(String place, Event event, ObjectNode properties) {
    String item =
        Optional.ofNullable(event.itemId())
            .or(() -> Optional.ofNullable(properties.get("itemId")).flatMap(JsonNode::asStringOpt))
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> PersonalizeErrors.invalidInput(place + ".itemId is missing."));
    if (item.length() > MAX_ITEM_LENGTH || item.indexOf('\n') >= 0) {
      throw PersonalizeErrors.invalidInput(
          "%s.itemId must have at most %d characters and no line break."
              .formatted(place, MAX_ITEM_LENGTH));
    }
    return item;
  }

  private @Nullable Float value(String place, Event event, ObjectNode properties) {
    JsonNode property = properties.get("eventValue");
    Optional<Column> column = target.columns().named("EVENT_VALUE");
    if (event.eventValue() == null && property != null && !property.isNull()) {
      Column read = column.orElse(EVENT_VALUE);
      return (float) new EventProperty(place + ".properties.eventValue", read, property).number();
    }
    Float value = event.eventValue();
    if (value == null) {
      column.ifPresent(required -> requireOptional(place, "eventValue", required));
    } else if (!Float.isFinite(value)) {
      throw PersonalizeErrors.invalidInput(place + ".eventValue must be a number.");
    }
    return value;
  }

  private static long time(String place, Event event) {
    long seconds = event.sentAt().getEpochSecond();
    if (seconds < 0) {
      throw PersonalizeErrors.invalidInput(place + ".sentAt must be a time since 1970.");
    }
    return seconds;
  }

  /** The columns of the dataset's own that the properties hold. */
  private ObjectNode details(String place, ObjectNode properties) {
    Map<String, Column> columns = new HashMap<>();
    target.columns().all().stream()
        .filter(column -> !MEMBERS.contains(column.name()))
        .forEach(column -> columns.put(camelCase(column.name()), column));
    ObjectNode details = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      Column column = columns.remove(property.getKey());
      if (column != null) {
        put(details, place + ".properties." + property.getKey(), column, property.getValue());
      } else if (!MEMBERS_AS_PROPERTIES.contains(property.getKey())) {
        throw PersonalizeErrors.invalidInput(
            "%s.properties has the key %s, which is no column of the dataset's schema."
                .formatted(place, property.getKey()));
      }
    }
    columns.forEach((name, column) -> requireOptional(place + ".properties", name, column));
    return details;
  }

  private static void requireOptional(String place, String name, Column column) {
    if (column.required()) {
      throw PersonalizeErrors.invalidInput(
          "%s lacks %s: the column %s must have a value.".formatted(place, name, column.name()));
    }
  }

  private static void put(ObjectNode details, String place, Column column, JsonNode value) {
    if (!value.isNull()) {
      new EventProperty(place, column, value).putInto(details);
    } else if (column.required()) {
      throw PersonalizeErrors.invalidInput(
          "%s is null: the column %s must have a value.".formatted(place, column.name()));
    }
  }

  private static void putMembers(ObjectNode details, Event event) {
    if (event.hasImpression()) {
      details.put("IMPRESSION", String.join("|", event.impression()));
    }
    if (event.recommendationId() != null) {
      details.put("RECOMMENDATION_ID", event.recommendationId());
    }
    if (event.metricAttribution() != null) {
      details.put("EVENT_ATTRIBUTION_SOURCE", event.metricAttribution().eventAttributionSource());
    }
  }

  /** The name that a column has among the properties: {@code NUM_RATINGS} is {@code numRatings}. */
  static String camelCase(String column) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char letter : column.toCharArray()) {
      if (letter == '_') {
        upper = !name.isEmpty();
      } else {
        name.append(upper ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
        upper = false;
      }
    }
    return name.toString();
  }
}
