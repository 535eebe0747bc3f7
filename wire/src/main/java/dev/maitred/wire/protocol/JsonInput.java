package dev.maitred.wire.protocol;

import dev.maitred.wire.shape.Shapes;
import java.math.BigDecimal;
import java.time.DateTimeException;
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
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON bodies into the SDK's request classes as AWS does: members that the shape does not
 * have are passed over, a value of another type than the member's is refused.
 */
public final class JsonInput {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private JsonInput() {}

  /** The object that a body holds; an empty body is an empty object. */
  static JsonNode object(byte[] body) {
    if (body.length == 0) {
      return MAPPER.createObjectNode();
    }
    JsonNode json = parse(body);
    if (!json.isObject()) {
      throw Malformed.body("The request body must be a JSON object");
    }
    return json;
  }

  /**
   * The JSON that a body holds.
   *
   * @throws dev.maitred.wire.AwsError with {@code MALFORMED_BODY} if it is none
   */
  public static JsonNode parse(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw Malformed.body("The request body is not well-formed JSON");
    }
  }

  /** Sets those members of the builder that travel in the body. */
  static void fill(JsonNode json, SdkPojo builder) {
    for (SdkField<?> field : builder.sdkFields()) {
      JsonNode value = json.get(field.locationName());
      if (field.location() == MarshallLocation.PAYLOAD && value != null && !value.isNull()) {
        field.set(builder, read(field, value));
      }
    }
  }

  /** The value of a member, or null for JSON's null. */
  static @Nullable Object read(SdkField<?> field, JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    return switch (field.marshallingType().getKnownType()) {
      case SDK_POJO -> structure(field, json);
      case LIST -> list(field, json);
      case MAP -> map(field, json);
      case STRING -> string(json);
      case INTEGER -> (int) whole(json, Integer.MIN_VALUE, Integer.MAX_VALUE, "Integer");
      case SHORT -> (short) whole(json, Short.MIN_VALUE, Short.MAX_VALUE, "Short");
      case BYTE -> (byte) whole(json, Byte.MIN_VALUE, Byte.MAX_VALUE, "Byte");
      case LONG -> whole(json, Long.MIN_VALUE, Long.MAX_VALUE, "Long");
      case FLOAT -> (float) real(json, "Float");
      case DOUBLE -> real(json, "Double");
      case BIG_DECIMAL -> decimal(json, "BigDecimal");
      case BOOLEAN -> bool(json);
      case INSTANT -> instant(json);
      case SDK_BYTES -> bytes(json);
      default ->
          throw new IllegalArgumentException(
              field.memberName() + " is of a type that JSON bodies do not carry here");
    };
  }

  private static SdkPojo structure(SdkField<?> field, JsonNode json) {
    if (!json.isObject()) {
      throw unexpected(json, "a structure");
    }
    SdkPojo builder = field.constructor().get();
    fill(json, builder);
    return Shapes.build(builder);
  }

  private static List<@Nullable Object> list(SdkField<?> field, JsonNode json) {
    if (!json.isArray()) {
      throw unexpected(json, "a list");
    }
    SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
    List<@Nullable Object> list = new ArrayList<>(json.size());
    for (JsonNode item : json) {
      list.add(read(member, item));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(SdkField<?> field, JsonNode json) {
    if (!json.isObject()) {
      throw unexpected(json, "a map");
    }
    SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    json.properties().forEach(entry -> map.put(entry.getKey(), read(member, entry.getValue())));
    return map;
  }

  private static String string(JsonNode json) {
    if (!json.isString()) {
      throw unexpected(json, "a String");
    }
    return json.asString();
  }

  private static boolean bool(JsonNode json) {
    if (!json.isBoolean()) {
      throw unexpected(json, "a Boolean");
    }
    return json.asBoolean();
  }

  private static BigDecimal decimal(JsonNode json, String type) {
    if (!json.isNumber()) {
      throw unexpected(json, "a " + type);
    }
    if (json.isDouble() && !Double.isFinite(json.doubleValue())) {
      throw Malformed.body("A number is out of the range of a " + type);
    }
    return json.decimalValue();
  }

  private static long whole(JsonNode json, long least, long greatest, String type) {
    if (!json.isNumber()) {
      throw unexpected(json, "a " + type);
    }
    if (!json.canConvertToLong() || json.asLong() < least || json.asLong() > greatest) {
      throw Malformed.body("A number is out of the range of a " + type);
    }
    return json.asLong();
  }

  /** A number, or one of the three that JSON has no number for. */
  private static double real(JsonNode json, String type) {
    if (json.isString()) {
      return switch (json.asString()) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> throw unexpected(json, "a " + type);
      };
    }
    return decimal(json, type).doubleValue();
  }

  private static Instant instant(JsonNode json) {
    try {
      return Instants.ofEpochSeconds(decimal(json, "Timestamp"));
    } catch (ArithmeticException | DateTimeException e) {
      throw Malformed.body("A timestamp is out of range");
    }
  }

  private static SdkBytes bytes(JsonNode json) {
    try {
      return SdkBytes.fromByteArray(Base64.getDecoder().decode(string(json)));
    } catch (IllegalArgumentException e) {
      throw Malformed.body("A blob is not in base64");
    }
  }

  private static RuntimeException unexpected(JsonNode json, String wanted) {
    return Malformed.body(
        switch (json.getNodeType()) {
          case OBJECT, ARRAY ->
              "Start of structure or list found where not expected: " + wanted + " belongs there";
          default -> json.getNodeType() + "_VALUE can not be converted to " + wanted;
        });
  }
}
