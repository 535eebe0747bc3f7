package dev.maitred.personalize.datasetimport;

import dev.maitred.personalize.resource.Place;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Caller;
import dev.maitred.wire.access.ServiceRoles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Acts as a role that a caller passed to Personalize, on behalf of one resource. */
final class PassedRole {
  private static final String PRINCIPAL = "personalize.amazonaws.com";

  private final ServiceRoles roles;
  private final Clock clock;

  PassedRole(ServiceRoles roles, Clock clock) {
    this.roles = roles;
    this.clock = clock;
  }

  /**
   * The identity that Personalize has in the role.
   *
   * @throws dev.maitred.wire.AwsError if the role is not there or does not trust Personalize
   */
  Caller assume(String roleArn, String resourceArn) {
    return roles.assume(roleArn, PRINCIPAL, resourceArn);
  }

  /** A call to S3 by the role. */
  Call call(String roleArn, String resourceArn) {
    Instant now = clock.instant();
    return new Call(
        UUID.randomUUID().toString(),
        assume(roleArn, resourceArn),
        Place.of(resourceArn).region(),
        "s3",
        now,
        Map.of(
            "aws:CurrentTime", List.of(now.toString()),
            "aws:EpochTime", List.of(Long.toString(now.getEpochSecond())),
            "aws:SecureTransport", List.of("true")));
  }
}
