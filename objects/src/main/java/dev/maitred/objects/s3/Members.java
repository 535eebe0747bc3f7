package dev.maitred.objects.s3;

import dev.maitred.wire.shape.Shapes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Members that many of S3's shapes have in common, reached by their names in AWS's model. */
public final class Members {
  private Members() {}

  /** The value of a member, empty if it is not set or the shape has no such member. */
  public static Optional<Object> value(SdkPojo shape, String member) {
    return field(shape, member).map(field -> Shapes.value(field, shape));
  }

  /** Sets a member of a builder, if the shape has it. */
  static void set(SdkPojo builder, String member, @Nullable Object value) {
    field(builder, member).ifPresent(field -> field.set(builder, value));
  }

  private static Optional<SdkField<?>> field(SdkPojo shape, String member) {
    for (SdkField<?> field : shape.sdkFields()) {
      if (field.memberName().equals(member)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
