package dev.maitred.wire.protocol;

import dev.maitred.wire.shape.Shapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/**
 * Reads XML elements into the SDK's classes; elements that the shape does not have are passed over.
 */
final class XmlInput {
  private XmlInput() {}

  /** Sets those members of the builder that travel in the body. */
  static void fill(XmlElement element, SdkPojo builder) {
    for (SdkField<?> field : builder.sdkFields()) {
      Object value = field.location() == MarshallLocation.PAYLOAD ? member(field, element) : null;
      if (value != null) {
        field.set(builder, value);
      }
    }
  }

  private static @Nullable Object member(SdkField<?> field, XmlElement parent) {
    String name = field.locationName();
    if (field.containsTrait(XmlAttributeTrait.class)) {
      String attribute = parent.attributes().get(name);
      return attribute == null ? null : Scalars.parse(field, attribute, Format.ISO_8601);
    }
    List<XmlElement> found = parent.children(name);
    return found.isEmpty() ? null : read(field, found);
  }

  private static Object read(SdkField<?> field, List<XmlElement> found) {
    return switch (field.marshallingType().getKnownType()) {
      case LIST -> list(field.getTrait(ListTrait.class), found);
      case MAP -> map(field.getTrait(MapTrait.class), found);
      case SDK_POJO -> structure(field, found.getFirst());
      default -> Scalars.parse(field, found.getFirst().text().toString(), Format.ISO_8601);
    };
  }

  /** The structure that an element holds. */
  static SdkPojo structure(SdkField<?> field, XmlElement element) {
    SdkPojo builder = field.constructor().get();
    fill(element, builder);
    return Shapes.build(builder);
  }

  private static List<Object> list(ListTrait trait, List<XmlElement> found) {
    String member = Objects.requireNonNullElse(trait.memberLocationName(), "member");
    List<XmlElement> items = trait.isFlattened() ? found : found.getFirst().children(member);
    return items.stream().map(item -> read(trait.memberFieldInfo(), List.of(item))).toList();
  }

  private static Map<String, Object> map(MapTrait trait, List<XmlElement> found) {
    List<XmlElement> entries = trait.isFlattened() ? found : found.getFirst().children("entry");
    Map<String, Object> map = new LinkedHashMap<>();
    for (XmlElement entry : entries) {
      XmlElement key = part(entry, trait.keyLocationName(), "key");
      XmlElement value = part(entry, trait.valueLocationName(), "value");
      map.put(key.text().toString(), read(trait.valueFieldInfo(), List.of(value)));
    }
    return map;
  }

  private static XmlElement part(XmlElement entry, @Nullable String named, String otherwise) {
    return entry
        .child(Objects.requireNonNullElse(named, otherwise))
        .orElseThrow(() -> Malformed.body("An entry of a map lacks its key or its value"));
  }
}
