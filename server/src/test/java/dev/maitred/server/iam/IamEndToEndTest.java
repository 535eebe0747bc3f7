package dev.maitred.server.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.server.RunningServer;
import dev.maitred.server.TestClients;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.User;

/** IAM as its own SDK client sees it. */
class IamEndToEndTest {
  private static final String LISTING =
      """
      {"Version": "2012-10-17",
       "Statement": {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"}}""";

  @RegisterExtension static final RunningServer server = new RunningServer();

  private IamClient root;

  @BeforeEach
  void open() {
    root = server.root().iam();
  }

  @AfterEach
  void close() {
    root.close();
  }

  private static void denied(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            error -> {
              assertThat(error.statusCode()).isEqualTo(403);
              assertThat(error.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              assertThat(error.awsErrorDetails().errorMessage()).isEqualTo(message);
            });
  }

  @Test
  void errorsAreTheSdksOwnExceptions() {
    root.createUser(r -> r.userName("twice"));
    assertThatThrownBy(() -> root.createUser(r -> r.userName("twice")))
        .isInstanceOf(EntityAlreadyExistsException.class);
    assertThatThrownBy(() -> root.getUser(r -> r.userName("nobody")))
        .isInstanceOfSatisfying(
            NoSuchEntityException.class,
            error ->
                assertThat(error.awsErrorDetails().errorMessage())
                    .isEqualTo("The user with name nobody cannot be found."));
    assertThatThrownBy(() -> root.createPolicy(r -> r.policyName("p").policyDocument("{}")))
        .isInstanceOfSatisfying(
            MalformedPolicyDocumentException.class,
            error ->
                assertThat(error.awsErrorDetails().errorMessage())
                    .isEqualTo("Syntax errors in policy."));
  }

  @Test
  void isInOneRegionWhateverTheRequestIsSignedFor() {
    TestClients lister =
        server.userWith(
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"},
              {"Effect": "Deny", "Action": "*", "Resource": "*",
               "Condition": {"StringEquals": {"aws:RequestedRegion": "us-east-1"}}}]}""");
    TestClients elsewhere =
        new TestClients(lister.endpoint(), Region.of("eu-west-1"), lister.credentials());
    try (IamClient iam = elsewhere.iam()) {
      assertThatThrownBy(iam::listUsers).hasMessageContaining("with an explicit deny");
    }
  }

  @Test
  void documentsComeBackAsTheyWereWritten() {
    String arn =
        root.createPolicy(r -> r.policyName("listing").policyDocument(LISTING)).policy().arn();
    String document =
        root.getPolicyVersion(r -> r.policyArn(arn).versionId("v1")).policyVersion().document();
    assertThat(URLDecoder.decode(document, StandardCharsets.UTF_8)).isEqualTo(LISTING);
  }

  @Test
  void pagesFollowEachOther() {
    for (int i = 0; i < 5; i++) {
      String name = "page-" + i;
      root.createUser(r -> r.userName(name).path("/pages/"));
    }
    assertThat(root.listUsersPaginator(r -> r.pathPrefix("/pages/").maxItems(2)).users())
        .extracting(User::userName)
        .containsExactly("page-0", "page-1", "page-2", "page-3", "page-4");
  }

  @Test
  void aPolicyChangeHoldsForTheNextRequest() {
    root.createUser(r -> r.userName("analyst"));
    AccessKey key = root.createAccessKey(r -> r.userName("analyst")).accessKey();
    TestClients clients = server.root().with(key.accessKeyId(), key.secretAccessKey());
    try (IamClient analyst = clients.iam()) {
      String message =
          "User: arn:aws:iam::%s:user/analyst is not authorized to perform: iam:ListUsers on resource: * because no identity-based policy allows the iam:ListUsers action"
              .formatted(server.account());
      denied(analyst::listUsers, message);
      root.putUserPolicy(r -> r.userName("analyst").policyName("listing").policyDocument(LISTING));
      assertThat(analyst.listUsers().users()).extracting(User::userName).contains("analyst");
      root.deleteUserPolicy(r -> r.userName("analyst").policyName("listing"));
      denied(analyst::listUsers, message);
      root.deleteAccessKey(r -> r.userName("analyst").accessKeyId(key.accessKeyId()));
      assertThatThrownBy(analyst::listUsers)
          .isInstanceOfSatisfying(
              AwsServiceException.class,
              error ->
                  assertThat(error.awsErrorDetails().errorCode())
                      .isEqualTo("InvalidClientTokenId"));
    }
  }
}
