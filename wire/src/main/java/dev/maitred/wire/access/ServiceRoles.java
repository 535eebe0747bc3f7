package dev.maitred.wire.access;

/** Lets a service act under a role that a caller passed to it. */
public interface ServiceRoles {

  /**
   * The identity that {@code servicePrincipal} has after assuming the role for {@code sourceArn}.
   *
   * @param roleArn the role that was passed
   * @param servicePrincipal such as {@code personalize.amazonaws.com}
   * @param sourceArn the resource on whose behalf the role is assumed; with its account it is what
   *     {@code aws:SourceArn} and {@code aws:SourceAccount} hold in the role's trust policy
   * @throws dev.maitred.wire.AwsError with {@code ACCESS_DENIED} if there is no such role or its
   *     trust policy does not let the service in
   */
  Caller assume(String roleArn, String servicePrincipal, String sourceArn);
}
