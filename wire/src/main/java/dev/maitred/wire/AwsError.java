package dev.maitred.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that reaches the client as an AWS error: a code that SDKs match on, an HTTP status and
 * one sentence.
 *
 * <p>Each service makes these in one place (for example {@code
 * PersonalizeErrors.resourceNotFound(arn)}). Where the service model declares the code for the
 * operation, the model's HTTP status wins over the one given here.
 */
public final class AwsError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;
  private final @Nullable Fault fault;

  @SuppressWarnings("serial") // a LinkedHashMap seen through an unmodifiable view
  private final Map<String, String> details;

  private AwsError(
      String code, int status, @Nullable Fault fault, String message, Map<String, String> details) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
    this.fault = fault;
    this.details = Collections.unmodifiableMap(details);
  }

  /**
   * An error of a service's own: {@code code} is the name of the error shape, such as {@code
   * LimitExceededException}.
   */
  public static AwsError of(String code, int status, String message) {
    return new AwsError(code, status, null, message, Map.of());
  }

  /**
   * An error that every protocol knows, under the code and status that {@code fault} has in the
   * caller's protocol.
   */
  public static AwsError of(Fault fault, String message) {
    return new AwsError(fault.name(), 0, fault, message, Map.of());
  }

  /** The failure that every protocol names in its own way, if this is one. */
  public Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /** The error code; of a {@link #fault} its name, which no client sees. */
  public String code() {
    return code;
  }

  /** The HTTP status; 0 of a {@link #fault}, whose status is the protocol's. */
  public int status() {
    return status;
  }

  /**
   * This error with one more member beside code and message, such as {@code BucketName} of S3's
   * {@code NoSuchBucket}. Only restXml writes these; their order is kept.
   */
  public AwsError with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new AwsError(code, status, fault, String.valueOf(getMessage()), more);
  }

  /** The members beside code and message, in the order in which they are written. */
  public Map<String, String> details() {
    return details;
  }
}
