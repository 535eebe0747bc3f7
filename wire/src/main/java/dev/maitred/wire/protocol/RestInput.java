package dev.maitred.wire.protocol;

import dev.maitred.wire.AwsError;
import dev.maitred.wire.http.Header;
import dev.maitred.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.JsonValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * Reads what a REST request carries outside its body: labels of the path, query parameters and
 * headers.
 */
record RestInput(HttpRequest request, Map<String, String> labels, QueryString query) {

  /** Sets those members of the builder that do not travel in the body. */
  void fill(SdkPojo builder) {
    for (SdkField<?> field : builder.sdkFields()) {
      Object value =
          switch (field.location()) {
            case PATH, GREEDY_PATH -> label(field);
            case QUERY_PARAM -> parameter(field);
            case HEADER -> header(field);
            case PAYLOAD, STATUS_CODE -> null;
          };
      if (value != null) {
        field.set(builder, value);
      }
    }
  }

  private @Nullable Object label(SdkField<?> field) {
    String label = labels.get(field.locationName());
    return label == null ? null : Scalars.parse(field, label, Format.ISO_8601);
  }

  private @Nullable Object parameter(SdkField<?> field) {
    if (!query.has(field.locationName())) {
      return null;
    }
    List<String> values = query.all(field.locationName());
    return isList(field)
        ? scalars(field, values, Format.ISO_8601)
        : Scalars.parse(field, values.getFirst(), Format.ISO_8601);
  }

  private static boolean isList(SdkField<?> field) {
    return field.marshallingType().getKnownType() == MarshallingKnownType.LIST;
  }

  private static List<Object> scalars(SdkField<?> field, List<String> texts, Format times) {
    SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
    return texts.stream().map(text -> Scalars.parse(member, text, times)).toList();
  }

  private @Nullable Object header(SdkField<?> field) {
    if (field.marshallingType().getKnownType() == MarshallingKnownType.MAP) {
      return prefixed(field.locationName());
    }
    String value = header(field.locationName());
    if (value == null) {
      return null;
    }
    return isList(field) ? scalars(field, items(value), Format.RFC_822) : single(field, value);
  }

  private static @Nullable Object single(SdkField<?> field, String value) {
    try {
      return field.containsTrait(JsonValueTrait.class)
          ? new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)
          : Scalars.parse(field, value, Format.RFC_822);
    } catch (AwsError e) {
      if (field.ignoreDataTypeConversionFailures()) {
        return null;
      }
      throw e;
    }
  }

  private static List<String> items(String value) {
    return List.of(value.split("\\s*,\\s*"));
  }

  /**
   * A header's value. What {@code aws-chunked} adds is taken away: the length is the decoded one,
   * and the coding itself is not one of the content.
   */
  private @Nullable String header(String name) {
    if (name.equalsIgnoreCase("Content-Length")) {
      return request
          .header("x-amz-decoded-content-length")
          .or(() -> request.header(name))
          .orElse(null);
    }
    List<String> values = request.headerValues(name);
    if (name.equalsIgnoreCase("Content-Encoding")) {
      values =
          values.stream()
              .flatMap(value -> items(value).stream())
              .filter(coding -> !coding.equals("aws-chunked"))
              .toList();
    }
    return values.isEmpty() ? null : String.join(",", values);
  }

  /**
   * The headers whose names begin with {@code prefix}, under the rest of their names in small
   * letters.
   */
  private @Nullable Map<String, String> prefixed(String prefix) {
    Map<String, String> map = new LinkedHashMap<>();
    for (Header header : request.headers()) {
      if (header.name().regionMatches(true, 0, prefix, 0, prefix.length())) {
        String rest = header.name().substring(prefix.length()).toLowerCase(Locale.ROOT);
        map.merge(rest, header.value(), (first, next) -> first + "," + next);
      }
    }
    return map.isEmpty() ? null : map;
  }
}
