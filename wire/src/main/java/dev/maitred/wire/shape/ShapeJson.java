package dev.maitred.wire.shape;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Model objects of the SDK as JSON, in the form of awsJson1.1: members under their location names,
 * timestamps as epoch seconds, blobs in base64, members that are not set left out.
 */
public final class ShapeJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ShapeJson() {}

  /** The object as JSON text. */
  public static String write(SdkPojo shape) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      write(shape, json);
    }
    return text.toString();
  }

  /** Those members that travel in the body of a REST answer, as JSON text. */
  public static String writeBody(SdkPojo shape) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      json.writeStartObject();
      for (SdkField<?> field : shape.sdkFields()) {
        if (field.location() == MarshallLocation.PAYLOAD) {
          writeMember(field, shape, json);
        }
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  /** The object of class {@code type} that {@link #write} wrote. */
  public static <T extends SdkPojo> T read(Class<T> type, String json) {
    return type.cast(read(MAPPER.readTree(json), Shapes.builder(type)));
  }

  /** Writes the object as one JSON object. */
  public static void write(SdkPojo shape, JsonGenerator json) {
    json.writeStartObject();
    for (SdkField<?> field : shape.sdkFields()) {
      writeMember(field, shape, json);
    }
    json.writeEndObject();
  }

  private static void writeMember(SdkField<?> field, SdkPojo shape, JsonGenerator json) {
    Object value = Shapes.value(field, shape);
    if (value != null) {
      json.writeName(field.locationName());
      writeValue(field, value, json);
    }
  }

  private static void writeValue(SdkField<?> field, Object value, JsonGenerator json) {
    switch (value) {
      case SdkPojo nested -> write(nested, json);
      case List<?> list -> writeList(field.getTrait(ListTrait.class).memberFieldInfo(), list, json);
      case Map<?, ?> map -> writeMap(field.getTrait(MapTrait.class).valueFieldInfo(), map, json);
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case Instant time -> json.writeNumber(epochSeconds(time));
      case SdkBytes bytes ->
          json.writeString(Base64.getEncoder().encodeToString(bytes.asByteArray()));
      default -> json.writeString(value.toString());
    }
  }

  private static void writeList(SdkField<?> member, List<?> list, JsonGenerator json) {
    json.writeStartArray();
    list.forEach(value -> writeValue(member, value, json));
    json.writeEndArray();
  }

  private static void writeMap(SdkField<?> member, Map<?, ?> map, JsonGenerator json) {
    json.writeStartObject();
    map.forEach(
        (key, value) -> {
          json.writeName(key.toString());
          writeValue(member, value, json);
        });
    json.writeEndObject();
  }

  private static BigDecimal epochSeconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3).stripTrailingZeros();
  }

  /**
   * Fills {@code builder} from a JSON object and builds it; members that the shape does not have
   * are passed over.
   */
  public static SdkPojo read(JsonNode json, SdkPojo builder) {
    for (SdkField<?> field : builder.sdkFields()) {
      JsonNode value = json.get(field.locationName());
      if (value != null && !value.isNull()) {
        field.set(builder, readValue(field, value));
      }
    }
    return Shapes.build(builder);
  }

  private static @Nullable Object readValue(SdkField<?> field, JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    MarshallingKnownType type = field.marshallingType().getKnownType();
    return switch (type) {
      case SDK_POJO -> read(json, field.constructor().get());
      case LIST -> readList(field.getTrait(ListTrait.class).memberFieldInfo(), json);
      case MAP -> readMap(field.getTrait(MapTrait.class).valueFieldInfo(), json);
      case STRING -> json.asString();
      case INTEGER -> json.asInt();
      case LONG -> json.asLong();
      case FLOAT -> (float) json.asDouble();
      case DOUBLE -> json.asDouble();
      case BIG_DECIMAL -> json.decimalValue();
      case BOOLEAN -> json.asBoolean();
      case INSTANT -> instant(json.decimalValue());
      case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(json.asString()));
      default -> throw new IllegalArgumentException(field.memberName() + " has the type " + type);
    };
  }

  private static List<@Nullable Object> readList(SdkField<?> member, JsonNode json) {
    List<@Nullable Object> list = new ArrayList<>();
    json.forEach(value -> list.add(readValue(member, value)));
    return list;
  }

  private static Map<String, @Nullable Object> readMap(SdkField<?> member, JsonNode json) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    json.properties()
        .forEach(entry -> map.put(entry.getKey(), readValue(member, entry.getValue())));
    return map;
  }

  private static Instant instant(BigDecimal seconds) {
    return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }
}
