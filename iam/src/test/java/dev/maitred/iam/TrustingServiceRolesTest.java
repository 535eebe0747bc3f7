package dev.maitred.iam;

import static dev.maitred.iam.IamHouse.allow;
import static dev.maitred.iam.IamHouse.trust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.wire.access.Caller;
import dev.maitred.wire.access.ServiceRoles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;

class TrustingServiceRolesTest {
  private static final String SERVICE = "personalize.amazonaws.com";
  private static final String ROLE = "arn:aws:iam::123456789012:role/Reader";
  private static final String JOB =
      "arn:aws:personalize:us-east-1:123456789012:dataset-import-job/films";

  @TempDir Path dir;
  private IamHouse house;
  private IamClient root;
  private ServiceRoles roles;

  @BeforeEach
  void open() throws IOException {
    house = IamHouse.open(dir);
    root = house.iam(IamHouse.root(dir));
    roles = house.iam().serviceRoles();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void role(String trust) {
    root.createRole(in -> in.roleName("Reader").assumeRolePolicyDocument(trust));
  }

  @Test
  void aTrustedServiceActsWithTheRolesPolicies() {
    role(trust("Service", SERVICE));
    root.putRolePolicy(
        in -> in.roleName("Reader").policyName("p").policyDocument(allow("s3:GetObject")));
    Caller caller = roles.assume(ROLE, SERVICE, JOB);
    assertThat(caller.arn()).isEqualTo("arn:aws:sts::123456789012:assumed-role/Reader/personalize");
    house.require(caller, "s3:GetObject", "arn:aws:s3:::films/ratings.csv");
    assertThatThrownBy(() -> house.require(caller, "s3:PutObject", "arn:aws:s3:::films/x"))
        .hasMessage(
            "User: arn:aws:sts::123456789012:assumed-role/Reader/personalize is not authorized to"
                + " perform: s3:PutObject on resource: arn:aws:s3:::films/x because no"
                + " identity-based policy allows the s3:PutObject action");
  }

  @Test
  void aRoleThatTrustsAnotherServiceOrDoesNotExistIsRefused() {
    String refusal = SERVICE + " is not authorized to perform: sts:AssumeRole on resource: " + ROLE;
    assertThatThrownBy(() -> roles.assume(ROLE, SERVICE, JOB)).hasMessage(refusal);
    role(trust("Service", "lambda.amazonaws.com"));
    assertThatThrownBy(() -> roles.assume(ROLE, SERVICE, JOB)).hasMessage(refusal);
    root.updateAssumeRolePolicy(
        in -> in.roleName("Reader").policyDocument(trust("AWS", "123456789012")));
    assertThatThrownBy(() -> roles.assume(ROLE, SERVICE, JOB)).hasMessage(refusal);
    root.updateAssumeRolePolicy(
        in -> in.roleName("Reader").policyDocument(trust("Service", SERVICE)));
    assertThat(roles.assume(ROLE, SERVICE, JOB).userId()).matches("AROA[A-Z0-9]{17}:personalize");
  }

  @Test
  void trustCanBeLimitedToAnAccountAndToResources() {
    role(
        """
        {"Version": "2012-10-17",
         "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
           "Principal": {"Service": "personalize.amazonaws.com"},
           "Condition": {
             "StringEquals": {"aws:SourceAccount": "123456789012"},
             "ArnLike": {"aws:SourceArn": "arn:aws:personalize:*:123456789012:dataset-import-job/*"}
           }}}""");
    assertThat(roles.assume(ROLE, SERVICE, JOB).type()).isEqualTo(Caller.Type.ASSUMED_ROLE);
    assertThatThrownBy(
            () -> roles.assume(ROLE, SERVICE, JOB.replace("123456789012", "999999999999")))
        .hasMessageContaining("is not authorized to perform: sts:AssumeRole");
    assertThatThrownBy(
            () -> roles.assume(ROLE, SERVICE, JOB.replace("dataset-import-job", "filter")))
        .hasMessageContaining("is not authorized to perform: sts:AssumeRole");
  }
}
