package dev.maitred.wire.protocol;

import dev.maitred.wire.http.Header;
import dev.maitred.wire.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.JsonValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** What a REST answer carries outside its body: status and headers. */
record RestOutput(SdkPojo output) {
  private static final String CONTENT_LENGTH = "Content-Length";

  /** The status that the answer sets itself, else the operation's. */
  int status(int otherwise) {
    for (SdkField<?> field : output.sdkFields()) {
      if (field.location() == MarshallLocation.STATUS_CODE
          && Shapes.value(field, output) instanceof Integer status) {
        return status;
      }
    }
    return otherwise;
  }

  /** The headers, without the length of the content. */
  List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    for (SdkField<?> field : output.sdkFields()) {
      Object value = Shapes.value(field, output);
      if (field.location() == MarshallLocation.HEADER
          && value != null
          && isNew(field.locationName(), headers)) {
        add(field, value, headers);
      }
    }
    return headers;
  }

  /** Some headers have two members, one parsed and one as text; the first that is set counts. */
  private static boolean isNew(String name, List<Header> headers) {
    return !name.equals(CONTENT_LENGTH)
        && headers.stream().noneMatch(header -> header.name().equals(name));
  }

  private static void add(SdkField<?> field, Object value, List<Header> headers) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, text) ->
              headers.add(new Header(field.locationName() + key, clean(text.toString()))));
    } else {
      headers.add(new Header(field.locationName(), clean(text(field, value))));
    }
  }

  private static String text(SdkField<?> field, Object value) {
    if (value instanceof List<?> list) {
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      return list.stream()
          .map(item -> Scalars.format(member, item, Format.RFC_822))
          .collect(Collectors.joining(","));
    }
    String text = Scalars.format(field, value, Format.RFC_822);
    return field.containsTrait(JsonValueTrait.class)
        ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        : text;
  }

  /** A header is one line: what would end it or hide in it becomes a blank. */
  private static String clean(String value) {
    return value.chars().anyMatch(Character::isISOControl)
        ? value.replaceAll("\\p{Cntrl}", " ")
        : value;
  }

  /** The length of the content, where the answer says it. */
  OptionalLong contentLength() {
    for (SdkField<?> field : output.sdkFields()) {
      if (field.locationName().equals(CONTENT_LENGTH)
          && Shapes.value(field, output) instanceof Long length) {
        return OptionalLong.of(length);
      }
    }
    return OptionalLong.empty();
  }

  /** The member that is the whole body, if the shape has one. */
  Optional<SdkField<?>> payload() {
    return payload(output);
  }

  static Optional<SdkField<?>> payload(SdkPojo shape) {
    for (SdkField<?> field : shape.sdkFields()) {
      if (field.containsTrait(PayloadTrait.class)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Whether any member travels in the body. */
  boolean hasBody() {
    return output.sdkFields().stream()
        .anyMatch(field -> field.location() == MarshallLocation.PAYLOAD);
  }
}
