package dev.maitred.iam.store;

import dev.maitred.wire.shape.ShapeJson;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A user, group or role as stored.
 *
 * @param id the unique id, such as {@code AIDA…}
 * @param boundary the ARN of the managed policy that is its permissions boundary
 * @param shape the SDK's User, Group or Role as JSON, without the boundary
 */
public record Identity(
    String id, Kind kind, String name, String path, Optional<String> boundary, String shape) {

  /** A new identity that has no boundary. */
  public static Identity of(Kind kind, String id, String name, String path, SdkPojo shape) {
    return new Identity(id, kind, name, path, Optional.empty(), ShapeJson.write(shape));
  }

  /** The shape as the SDK's class. */
  public <T extends SdkPojo> T as(Class<T> type) {
    return ShapeJson.read(type, shape);
  }

  /** This identity with another shape. */
  public Identity with(SdkPojo changed) {
    return new Identity(id, kind, name, path, boundary, ShapeJson.write(changed));
  }

  /** This identity under another name and path. */
  public Identity moved(String newName, String newPath, SdkPojo changed) {
    return new Identity(id, kind, newName, newPath, boundary, ShapeJson.write(changed));
  }

  /** This identity with another boundary, or none. */
  public Identity bounded(Optional<String> policyArn) {
    return new Identity(id, kind, name, path, policyArn, shape);
  }

  public String arn(String account) {
    return kind.arn(account, path, name);
  }
}
