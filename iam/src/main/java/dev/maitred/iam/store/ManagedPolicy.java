package dev.maitred.iam.store;

import dev.maitred.wire.shape.ShapeJson;
import software.amazon.awssdk.services.iam.model.Policy;

/**
 * A managed policy as stored, without its versions.
 *
 * @param owner the account, or {@code aws} for the policies that AWS publishes
 * @param latest the highest version number ever given; numbers do not come back
 * @param shape the SDK's Policy as JSON, without what is counted or chosen: attachments, boundary
 *     uses, default version
 */
public record ManagedPolicy(
    String arn, String owner, String name, String path, int latest, String shape) {

  /** The account name under which AWS's own policies stand in ARNs. */
  public static final String AWS = "aws";

  public Policy policy() {
    return ShapeJson.read(Policy.class, shape);
  }

  public ManagedPolicy with(Policy changed, int latestVersion) {
    return new ManagedPolicy(arn, owner, name, path, latestVersion, ShapeJson.write(changed));
  }

  public boolean isAws() {
    return owner.equals(AWS);
  }

  /** The ARN of a policy. */
  public static String arn(String owner, String path, String name) {
    return "arn:aws:iam::" + owner + ":policy" + path + name;
  }
}
