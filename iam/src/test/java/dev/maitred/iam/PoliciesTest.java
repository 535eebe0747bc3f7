package dev.maitred.iam;

import static dev.maitred.iam.IamHouse.allow;
import static dev.maitred.iam.IdentitiesTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

class PoliciesTest {
  private static final String DOCUMENT = allow("personalize:ListCampaigns");
  private static final String ARN = "arn:aws:iam::123456789012:policy/viewing";

  @TempDir Path dir;
  private IamHouse house;
  private IamClient root;

  @BeforeEach
  void open() throws IOException {
    house = IamHouse.open(dir);
    root = house.iam(IamHouse.root(dir));
    root.createUser(in -> in.userName("ada"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Policy create() {
    return root.createPolicy(in -> in.policyName("viewing").policyDocument(DOCUMENT)).policy();
  }

  private static String decoded(String document) {
    return URLDecoder.decode(document, StandardCharsets.UTF_8);
  }

  @Test
  void aPolicyStartsWithItsFirstVersionInForce() {
    Policy policy = create();
    assertThat(policy.arn()).isEqualTo(ARN);
    assertThat(policy.policyId()).matches("ANPA[A-Z0-9]{17}");
    assertThat(policy.defaultVersionId()).isEqualTo("v1");
    assertThat(policy.attachmentCount()).isZero();
    assertThat(policy.isAttachable()).isTrue();
    var version = root.getPolicyVersion(in -> in.policyArn(ARN).versionId("v1")).policyVersion();
    assertThat(decoded(version.document())).isEqualTo(DOCUMENT);
    assertThat(version.document()).contains("%20").doesNotContain("+");
    refused(
        this::create,
        "EntityAlreadyExists",
        409,
        "A policy called viewing already exists. Duplicate names are not allowed.");
  }

  @Test
  void versionNumbersDoNotComeBack() {
    create();
    for (int i = 0; i < 4; i++) {
      root.createPolicyVersion(in -> in.policyArn(ARN).policyDocument(DOCUMENT));
    }
    refused(
        () -> root.createPolicyVersion(in -> in.policyArn(ARN).policyDocument(DOCUMENT)),
        "LimitExceeded",
        409,
        "A managed policy can have up to 5 versions. Before you create a new version, you must"
            + " delete an existing version.");
    root.deletePolicyVersion(in -> in.policyArn(ARN).versionId("v5"));
    root.createPolicyVersion(in -> in.policyArn(ARN).policyDocument(DOCUMENT));
    assertThat(root.listPolicyVersions(in -> in.policyArn(ARN)).versions())
        .extracting(PolicyVersion::versionId)
        .containsExactly("v6", "v4", "v3", "v2", "v1");
    refused(
        () -> root.deletePolicyVersion(in -> in.policyArn(ARN).versionId("v1")),
        "DeleteConflict",
        409,
        "Cannot delete the default version of a policy.");
    refused(
        () -> root.getPolicyVersion(in -> in.policyArn(ARN).versionId("v9")),
        "NoSuchEntity",
        404,
        "Policy " + ARN + " version v9 does not exist or is not attachable.");
  }

  @Test
  void aPolicyGoesOnlyWhenNobodyHasIt() {
    create();
    root.attachUserPolicy(in -> in.userName("ada").policyArn(ARN));
    root.attachUserPolicy(in -> in.userName("ada").policyArn(ARN));
    assertThat(root.getPolicy(in -> in.policyArn(ARN)).policy().attachmentCount()).isEqualTo(1);
    assertThat(root.listEntitiesForPolicy(in -> in.policyArn(ARN)).policyUsers()).hasSize(1);
    refused(
        () -> root.deletePolicy(in -> in.policyArn(ARN)),
        "DeleteConflict",
        409,
        "Cannot delete a policy attached to entities.");
    root.detachUserPolicy(in -> in.userName("ada").policyArn(ARN));
    refused(
        () -> root.detachUserPolicy(in -> in.userName("ada").policyArn(ARN)),
        "NoSuchEntity",
        404,
        "Policy " + ARN + " was not found.");
    root.putUserPermissionsBoundary(in -> in.userName("ada").permissionsBoundary(ARN));
    assertThat(root.getUser(in -> in.userName("ada")).user().permissionsBoundary())
        .satisfies(b -> assertThat(b.permissionsBoundaryArn()).isEqualTo(ARN));
    assertThatThrownBy(() -> root.deletePolicy(in -> in.policyArn(ARN)))
        .hasMessage("Cannot delete a policy attached to entities.");
    root.deleteUserPermissionsBoundary(in -> in.userName("ada"));
    root.deletePolicy(in -> in.policyArn(ARN));
    refused(
        () -> root.deletePolicy(in -> in.policyArn(ARN)),
        "NoSuchEntity",
        404,
        "Policy " + ARN + " was not found.");
  }

  @Test
  void onlyWhatExistsCanBeAttached() {
    refused(
        () -> root.attachUserPolicy(in -> in.userName("ada").policyArn(ARN)),
        "NoSuchEntity",
        404,
        "Policy " + ARN + " does not exist or is not attachable.");
    assertThatThrownBy(
            () ->
                root.attachUserPolicy(in -> in.userName("ada").policyArn("longpolicynamebutnoarn")))
        .hasMessage("Invalid ARN:  Could not be parsed!");
    assertThatThrownBy(
            () ->
                root.attachUserPolicy(in -> in.userName("ada").policyArn("arn:aws:s3:::a-bucket")))
        .hasMessage("ARN arn:aws:s3:::a-bucket is not valid.");
    refused(
        () -> root.putUserPermissionsBoundary(in -> in.userName("ada").permissionsBoundary(ARN)),
        "NoSuchEntity",
        404,
        "Scope ARN: " + ARN + " does not exist or is not attachable.");
  }

  @Test
  void awsPoliciesCanBeReadAndAttachedButNotChanged() {
    String arn = "arn:aws:iam::aws:policy/service-role/AmazonPersonalizeFullAccess";
    root.attachUserPolicy(in -> in.userName("ada").policyArn(arn));
    Policy policy = root.getPolicy(in -> in.policyArn(arn)).policy();
    assertThat(policy.defaultVersionId()).isEqualTo("v2");
    assertThat(
            decoded(
                root.getPolicyVersion(in -> in.policyArn(arn).versionId("v2"))
                    .policyVersion()
                    .document()))
        .contains("personalize:*", "iam:PassedToService");
    assertThatThrownBy(() -> root.deletePolicy(in -> in.policyArn(arn)))
        .hasMessageContaining("AWS managed policy");
    assertThatThrownBy(
            () -> root.createPolicyVersion(in -> in.policyArn(arn).policyDocument(DOCUMENT)))
        .hasMessageContaining("AWS managed policy");
    assertThat(root.listPolicies(in -> in.scope("Local")).policies()).isEmpty();
    assertThat(root.listPolicies(in -> in.onlyAttached(true)).policies())
        .extracting(Policy::policyName)
        .containsExactly("AmazonPersonalizeFullAccess");
  }

  @Test
  void inlinePoliciesComeBackAsTheyWerePut() {
    root.putUserPolicy(in -> in.userName("ada").policyName("p").policyDocument(DOCUMENT));
    var policy = root.getUserPolicy(in -> in.userName("ada").policyName("p"));
    assertThat(decoded(policy.policyDocument())).isEqualTo(DOCUMENT);
    refused(
        () -> root.getUserPolicy(in -> in.userName("ada").policyName("q")),
        "NoSuchEntity",
        404,
        "The user policy with name q cannot be found.");
    root.deleteUserPolicy(in -> in.userName("ada").policyName("p"));
    refused(
        () -> root.deleteUserPolicy(in -> in.userName("ada").policyName("p")),
        "NoSuchEntity",
        404,
        "The user policy with name p cannot be found.");
  }

  @Test
  void policiesAreLimitedInSizeWithoutTheirBlanks() {
    String blanks = DOCUMENT.replace(" ", " ".repeat(2000));
    root.putUserPolicy(in -> in.userName("ada").policyName("p").policyDocument(blanks));
    refused(
        () ->
            root.putUserPolicy(
                in -> in.userName("ada").policyName("q").policyDocument(longPolicy(2000))),
        "LimitExceeded",
        409,
        "Maximum policy size of 2048 bytes exceeded for user ada");
    assertThat(root.listUserPolicies(in -> in.userName("ada")).policyNames()).containsExactly("p");
    refused(
        () -> root.createPolicy(in -> in.policyName("big").policyDocument(longPolicy(6200))),
        "LimitExceeded",
        409,
        "Cannot exceed quota for PolicySize: 6144");
  }

  private static String longPolicy(int characters) {
    return allow("s3:" + "x".repeat(characters));
  }

  @Test
  void anIdentityHasAtMostTenPoliciesAttached() {
    for (int i = 0; i < 11; i++) {
      String name = "p" + i;
      root.createPolicy(in -> in.policyName(name).policyDocument(DOCUMENT));
    }
    for (int i = 0; i < 10; i++) {
      String arn = "arn:aws:iam::123456789012:policy/p" + i;
      root.attachUserPolicy(in -> in.userName("ada").policyArn(arn));
    }
    refused(
        () ->
            root.attachUserPolicy(
                in -> in.userName("ada").policyArn("arn:aws:iam::123456789012:policy/p10")),
        "LimitExceeded",
        409,
        "Cannot exceed quota for PoliciesPerUser: 10");
    assertThat(root.listAttachedUserPolicies(in -> in.userName("ada").maxItems(4)))
        .satisfies(
            page -> {
              assertThat(page.attachedPolicies()).hasSize(4);
              assertThat(page.isTruncated()).isTrue();
            });
  }
}
