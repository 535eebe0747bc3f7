package dev.maitred.wire.shape;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** The SDK's model objects seen as lists of named fields. */
public final class Shapes {
  private Shapes() {}

  /** A new, empty builder of a model class; it is an {@link SdkPojo} whose fields can be set. */
  public static SdkPojo builder(Class<? extends SdkPojo> type) {
    try {
      return (SdkPojo) type.getMethod("builder").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(type + " is not a model class of the SDK", e);
    }
  }

  /** The finished object of a builder that {@link #builder} or a field's constructor made. */
  public static SdkPojo build(SdkPojo builder) {
    return (SdkPojo) ((Buildable) builder).build();
  }

  /**
   * A field's value, or null when the client or the service did not set it (the SDK's automatic
   * empty collections count as not set).
   */
  public static @Nullable Object value(SdkField<?> field, SdkPojo owner) {
    Object value = field.getValueOrDefault(owner);
    return value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap
        ? null
        : value;
  }

  /**
   * Copies every field that both shapes have under the same name, as AWS's {@code Describe} shapes,
   * summaries and requests share them, and gives {@code target} back.
   *
   * @param target a builder of a model class
   */
  public static <B extends SdkPojo> B copy(SdkPojo source, B target) {
    Map<String, SdkField<?>> fields = new HashMap<>();
    for (SdkField<?> field : target.sdkFields()) {
      fields.put(field.memberName(), field);
    }
    for (SdkField<?> field : source.sdkFields()) {
      Object value = value(field, source);
      SdkField<?> same = fields.get(field.memberName());
      if (value != null && same != null && same.marshallingType() == field.marshallingType()) {
        same.set(target, value);
      }
    }
    return target;
  }
}
