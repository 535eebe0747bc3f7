package dev.maitred.wire.protocol;

import dev.maitred.wire.shape.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * Reads a form's parameters into the SDK's request classes; parameters that the shape does not have
 * are passed over.
 */
final class FormInput {
  private FormInput() {}

  static SdkPojo read(Form form, SdkPojo builder) {
    for (SdkField<?> field : builder.sdkFields()) {
      Form node = form.child(field.locationName());
      if (node != null) {
        field.set(builder, value(field, node));
      }
    }
    return Shapes.build(builder);
  }

  private static @Nullable Object value(SdkField<?> field, Form node) {
    return switch (field.marshallingType().getKnownType()) {
      case SDK_POJO -> read(node, field.constructor().get());
      case LIST -> list(field.getTrait(ListTrait.class), node);
      case MAP -> map(field.getTrait(MapTrait.class), node);
      default -> node.value() == null ? null : Scalars.parse(field, node.value(), Format.ISO_8601);
    };
  }

  private static List<@Nullable Object> list(ListTrait trait, Form node) {
    List<@Nullable Object> list = new ArrayList<>();
    for (Form item : items(node, trait.isFlattened(), trait.memberLocationName(), "member")) {
      list.add(value(trait.memberFieldInfo(), item));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(MapTrait trait, Form node) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Form entry : items(node, trait.isFlattened(), "entry", "entry")) {
      Form key = entry.child(Objects.requireNonNullElse(trait.keyLocationName(), "key"));
      Form value = entry.child(Objects.requireNonNullElse(trait.valueLocationName(), "value"));
      if (key == null || key.value() == null) {
        throw Malformed.body("An entry of a map has no key");
      }
      map.put(key.value(), value == null ? null : value(trait.valueFieldInfo(), value));
    }
    return map;
  }

  private static List<Form> items(
      Form node, boolean flattened, @Nullable String named, String otherwise) {
    if (flattened) {
      return node.items();
    }
    Form items = node.child(Objects.requireNonNullElse(named, otherwise));
    return items == null ? List.of() : items.items();
  }
}
