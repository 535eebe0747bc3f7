package dev.maitred.personalize.resource;

import dev.maitred.wire.shape.Shapes;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The words of a resource's {@code status}, and its place in the document. */
public final class Status {
  public static final String CREATE_PENDING = "CREATE PENDING";
  public static final String CREATE_IN_PROGRESS = "CREATE IN_PROGRESS";
  public static final String ACTIVE = "ACTIVE";
  public static final String CREATE_FAILED = "CREATE FAILED";
  public static final String CREATE_STOPPING = "CREATE STOPPING";
  public static final String CREATE_STOPPED = "CREATE STOPPED";
  public static final String DELETE_PENDING = "DELETE PENDING";
  public static final String DELETE_IN_PROGRESS = "DELETE IN_PROGRESS";

  private static final Set<String> SETTLED =
      Set.of(ACTIVE, CREATE_FAILED, CREATE_STOPPED, "INACTIVE", "COMPLETED", "FAILED");

  private Status() {}

  /** The resource's status; a schema, which has none, is always active. */
  public static String of(SdkPojo shape) {
    return shape.sdkFields().stream()
        .filter(field -> field.memberName().equals("status"))
        .map(field -> String.valueOf(Shapes.value(field, shape)))
        .findFirst()
        .orElse(ACTIVE);
  }

  public static boolean isActive(SdkPojo shape) {
    return of(shape).equals(ACTIVE);
  }

  /** True while work on the resource is waiting or under way. */
  public static boolean isChanging(SdkPojo shape) {
    return !SETTLED.contains(of(shape));
  }

  /** The same resource as it begins: {@code CREATE PENDING}, created {@code now}. */
  public static <T extends SdkPojo> T created(T shape, Instant now) {
    return with(
        shape,
        Map.of("status", CREATE_PENDING, "creationDateTime", now, "lastUpdatedDateTime", now));
  }

  /** The same resource with another status from {@code now} on. */
  public static <T extends SdkPojo> T set(T shape, String status, Instant now) {
    return with(shape, Map.of("status", status, "lastUpdatedDateTime", now));
  }

  /** The same resource failed, with the reason that its description shows. */
  public static <T extends SdkPojo> T fail(T shape, String reason, Instant now) {
    return with(
        shape,
        Map.of("status", CREATE_FAILED, "failureReason", reason, "lastUpdatedDateTime", now));
  }

  private static <T extends SdkPojo> T with(T shape, Map<String, Object> values) {
    SdkPojo builder = Shapes.copy(shape, Shapes.builder(shape.getClass()));
    for (SdkField<?> field : builder.sdkFields()) {
      Object value = values.get(field.memberName());
      if (value != null) {
        field.set(builder, value);
      }
    }
    @SuppressWarnings("unchecked") // A builder builds the class it comes from.
    T changed = (T) Shapes.build(builder);
    return changed;
  }
}
