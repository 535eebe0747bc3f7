package dev.maitred.wire.protocol;

import dev.maitred.wire.shape.Shapes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;
import software.amazon.awssdk.core.traits.XmlAttributesTrait;

/** Writes the SDK's classes as XML elements, as awsQuery and restXml answer. */
final class XmlOutput {
  private final Xml xml;

  XmlOutput(Xml xml) {
    this.xml = xml;
  }

  /** Writes the members that travel in the body, without an element around them. */
  void members(SdkPojo shape) {
    for (SdkField<?> field : shape.sdkFields()) {
      Object value = Shapes.value(field, shape);
      if (value != null && isElement(field)) {
        value(field, field.unmarshallLocationName(), value);
      }
    }
  }

  private static boolean isElement(SdkField<?> field) {
    return field.location() == MarshallLocation.PAYLOAD
        && !field.containsTrait(XmlAttributeTrait.class);
  }

  private void value(SdkField<?> field, String name, Object value) {
    switch (value) {
      case SdkPojo nested -> structure(field, name, nested);
      case List<?> list -> list(field.getTrait(ListTrait.class), name, list);
      case Map<?, ?> map -> map(field.getTrait(MapTrait.class), name, map);
      default -> xml.element(name, Scalars.format(field, value, Format.ISO_8601));
    }
  }

  private void structure(SdkField<?> field, String name, SdkPojo nested) {
    xml.open(name, attributes(field, nested));
    members(nested);
    xml.close(name);
  }

  private static String[] attributes(SdkField<?> field, SdkPojo nested) {
    return field.getOptionalTrait(XmlAttributesTrait.class).stream()
        .flatMap(trait -> trait.attributes().entrySet().stream())
        .flatMap(
            attribute ->
                Stream.of(attribute.getKey(), attribute.getValue().attributeGetter().apply(nested)))
        .toArray(String[]::new);
  }

  private void list(ListTrait trait, String name, List<?> list) {
    if (trait.isFlattened()) {
      list.forEach(item -> value(trait.memberFieldInfo(), name, item));
      return;
    }
    String member = Objects.requireNonNullElse(trait.memberLocationName(), "member");
    xml.open(name);
    list.forEach(item -> value(trait.memberFieldInfo(), member, item));
    xml.close(name);
  }

  private void map(MapTrait trait, String name, Map<?, ?> map) {
    String entry = trait.isFlattened() ? name : "entry";
    if (!trait.isFlattened()) {
      xml.open(name);
    }
    map.forEach((key, value) -> entry(trait, entry, key.toString(), value));
    if (!trait.isFlattened()) {
      xml.close(name);
    }
  }

  private void entry(MapTrait trait, String name, String key, Object value) {
    xml.open(name);
    xml.element(Objects.requireNonNullElse(trait.keyLocationName(), "key"), key);
    value(
        trait.valueFieldInfo(),
        Objects.requireNonNullElse(trait.valueLocationName(), "value"),
        value);
    xml.close(name);
  }
}
