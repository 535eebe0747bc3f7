package dev.maitred.server.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.server.RunningServer;
import dev.maitred.server.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** STS as its own SDK client sees it. */
class StsEndToEndTest {
  @RegisterExtension static final RunningServer server = new RunningServer();

  private static final String ASSUMING =
      """
      {"Version": "2012-10-17",
       "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}}""";

  private static final String READING =
      """
      {"Version": "2012-10-17",
       "Statement": {"Effect": "Allow", "Action": "personalize:List*", "Resource": "*"}}""";

  @Test
  void aSessionOfARoleWorksAcrossARestartAndWithItsTokenOnly() {
    String role = role();
    Credentials session;
    try (StsClient user = server.userWith(ASSUMING).sts()) {
      session = user.assumeRole(r -> r.roleArn(role).roleSessionName("nightly")).credentials();
    }
    server.restart();
    TestClients clients =
        server
            .root()
            .with(session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
    try (StsClient sts = clients.sts();
        var personalize = clients.personalize()) {
      assertThat(sts.getCallerIdentity().arn())
          .isEqualTo("arn:aws:sts::" + server.account() + ":assumed-role/Reader/nightly");
      assertThat(personalize.listRecipes(r -> {}).recipes()).isNotEmpty();
      assertThatThrownBy(() -> personalize.createSchema(r -> r.name("films").schema("{}")))
          .hasMessageContaining(
              "assumed-role/Reader/nightly is not authorized to perform:"
                  + " personalize:CreateSchema");
    }
    try (StsClient sts =
        server.root().with(session.accessKeyId(), session.secretAccessKey()).sts()) {
      assertThatThrownBy(sts::getCallerIdentity)
          .isInstanceOfSatisfying(
              AwsServiceException.class,
              error ->
                  assertThat(error.awsErrorDetails().errorCode())
                      .isEqualTo("InvalidClientTokenId"));
    }
  }

  private static String role() {
    try (IamClient iam = server.root().iam()) {
      String arn =
          iam.createRole(
                  r ->
                      r.roleName("Reader")
                          .assumeRolePolicyDocument(
                              """
                              {"Version": "2012-10-17",
                               "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
                                 "Principal": {"AWS": "%s"}}}"""
                                  .formatted(server.account())))
              .role()
              .arn();
      iam.putRolePolicy(r -> r.roleName("Reader").policyName("p").policyDocument(READING));
      return arn;
    }
  }
}
