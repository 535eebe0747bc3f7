package dev.maitred.iam;

import static dev.maitred.iam.IamHouse.allow;
import static dev.maitred.iam.IamHouse.resource;
import static dev.maitred.iam.IamHouse.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.maitred.iam.IamHouse.Credentials;
import dev.maitred.wire.access.Requirement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyAuthorityTest {
  private static final String CAMPAIGN =
      "arn:aws:personalize:us-east-1:123456789012:campaign/films";
  private static final String DESCRIBE = "personalize:DescribeCampaign";

  @TempDir Path dir;
  private IamHouse house;
  private IamClient root;
  private Credentials analyst;

  @BeforeEach
  void open() throws IOException {
    house = IamHouse.open(dir);
    root = house.iam(IamHouse.root(dir));
    analyst = house.user("analyst");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void put(String document) {
    root.putUserPolicy(in -> in.userName("analyst").policyName("p").policyDocument(document));
  }

  private String managed(String name, String document) {
    return root.createPolicy(in -> in.policyName(name).policyDocument(document)).policy().arn();
  }

  private void allowed(String action, String resource) {
    assertThatCode(() -> house.require(analyst, action, resource)).doesNotThrowAnyException();
  }

  private void denied(String action, String resource, String because) {
    assertThatThrownBy(() -> house.require(analyst, action, resource))
        .hasMessage(
            "User: arn:aws:iam::123456789012:user/analyst is not authorized to perform: "
                + action
                + " on resource: "
                + resource
                + " "
                + because);
  }

  private void deniedBySilence(String action, String resource) {
    denied(action, resource, "because no identity-based policy allows the " + action + " action");
  }

  @Test
  void anInlinePolicyHoldsForTheNextRequest() {
    deniedBySilence(DESCRIBE, CAMPAIGN);
    put(allow(DESCRIBE));
    allowed(DESCRIBE, CAMPAIGN);
    put(allow("personalize:ListCampaigns"));
    deniedBySilence(DESCRIBE, CAMPAIGN);
  }

  @Test
  void anAttachedPolicyAndItsDefaultVersionHoldForTheNextRequest() {
    String arn = managed("viewing", allow(DESCRIBE));
    root.attachUserPolicy(in -> in.userName("analyst").policyArn(arn));
    allowed(DESCRIBE, CAMPAIGN);
    root.createPolicyVersion(
        in ->
            in.policyArn(arn).policyDocument(statement("Deny", "*", DESCRIBE)).setAsDefault(true));
    denied(DESCRIBE, CAMPAIGN, "with an explicit deny in an identity-based policy: " + arn);
    root.setDefaultPolicyVersion(in -> in.policyArn(arn).versionId("v1"));
    allowed(DESCRIBE, CAMPAIGN);
    root.detachUserPolicy(in -> in.userName("analyst").policyArn(arn));
    deniedBySilence(DESCRIBE, CAMPAIGN);
  }

  @Test
  void membershipInAGroupHoldsForTheNextRequest() {
    root.createGroup(in -> in.groupName("viewers"));
    root.putGroupPolicy(
        in -> in.groupName("viewers").policyName("p").policyDocument(allow(DESCRIBE)));
    deniedBySilence(DESCRIBE, CAMPAIGN);
    root.addUserToGroup(in -> in.groupName("viewers").userName("analyst"));
    allowed(DESCRIBE, CAMPAIGN);
    root.removeUserFromGroup(in -> in.groupName("viewers").userName("analyst"));
    deniedBySilence(DESCRIBE, CAMPAIGN);
  }

  @Test
  void aChangeHoldsForTheNextRequestWhileOthersAsk() {
    AtomicBoolean done = new AtomicBoolean();
    Runnable asking =
        () -> {
          while (!done.get()) {
            catchThrowable(() -> house.require(analyst, DESCRIBE, CAMPAIGN));
          }
        };
    List<Thread> others = Stream.generate(() -> Thread.ofVirtual().start(asking)).limit(4).toList();
    try {
      for (int change = 0; change < 50; change++) {
        put(allow(DESCRIBE));
        allowed(DESCRIBE, CAMPAIGN);
        put(statement("Deny", "*", DESCRIBE));
        assertThatThrownBy(() -> house.require(analyst, DESCRIBE, CAMPAIGN))
            .hasMessageContaining("with an explicit deny");
      }
    } finally {
      done.set(true);
      others.forEach(thread -> assertThatCode(thread::join).doesNotThrowAnyException());
    }
  }

  @Test
  void whoRenamesNeedsThePermissionForBothNames() {
    root.createUser(in -> in.userName("dev-ada"));
    root.createGroup(in -> in.groupName("dev-team"));
    IamClient renamer = house.iam(analyst);
    put(
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
          "Action": ["iam:UpdateUser", "iam:UpdateGroup"],
          "Resource": ["arn:aws:iam::*:user/dev-*", "arn:aws:iam::*:group/dev-*"]}}""");
    assertThatThrownBy(
            () -> renamer.updateUser(in -> in.userName("dev-ada").newUserName("admin-ada")))
        .hasMessageContaining("on resource: arn:aws:iam::123456789012:user/admin-ada");
    assertThatThrownBy(() -> renamer.updateUser(in -> in.userName("dev-ada").newPath("/admin/")))
        .hasMessageContaining("on resource: arn:aws:iam::123456789012:user/admin/dev-ada");
    assertThatThrownBy(
            () -> renamer.updateGroup(in -> in.groupName("dev-team").newGroupName("admins")))
        .hasMessageContaining("on resource: arn:aws:iam::123456789012:group/admins");
    renamer.updateUser(in -> in.userName("dev-ada").newUserName("dev-bea"));
    assertThat(root.getUser(in -> in.userName("dev-bea")).user().path()).isEqualTo("/");
  }

  @Test
  void aBoundaryLimitsWhatPoliciesGrant() {
    put(allow("personalize:*"));
    String arn = managed("limit", allow("personalize:List*"));
    root.putUserPermissionsBoundary(in -> in.userName("analyst").permissionsBoundary(arn));
    allowed("personalize:ListCampaigns", "*");
    denied(
        DESCRIBE,
        CAMPAIGN,
        "because no permissions boundary allows the personalize:DescribeCampaign action");
    root.deleteUserPermissionsBoundary(in -> in.userName("analyst"));
    allowed(DESCRIBE, CAMPAIGN);
  }

  @Test
  void theRootUserMayDoEverythingInItsAccountAndNothingElsewhere() throws IOException {
    Credentials owner = IamHouse.root(dir);
    assertThatCode(() -> house.require(owner, "personalize:DeleteCampaign", CAMPAIGN))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> house.require(owner, DESCRIBE, CAMPAIGN.replace("123456789012", "999999999999")))
        .hasMessageContaining("is not authorized to perform: personalize:DescribeCampaign");
  }

  @Test
  void theReadOnlyPolicyAllowsItsThirtyOneActionsAndNoOther() throws IOException {
    String document = resource("policies/personalize-read-only.json");
    put(document);
    JsonNode actions = JsonMapper.shared().readTree(document).at("/Statement/0/Action");
    assertThat(actions.size()).isEqualTo(31);
    actions.forEach(action -> allowed(action.asString(), CAMPAIGN));
    deniedBySilence("personalize:DeleteCampaign", CAMPAIGN);
    deniedBySilence("personalize:UpdateCampaign", CAMPAIGN);
    deniedBySilence("personalize:CreateCampaign", CAMPAIGN);
    deniedBySilence("personalize:GetRecommendations", CAMPAIGN);
    deniedBySilence("personalize:ListTagsForResource", CAMPAIGN);
    deniedBySilence("personalize:PutEvents", "*");
    deniedBySilence("s3:GetObject", "arn:aws:s3:::films/ratings.csv");
  }

  @Test
  void theViewOwnPermissionsPolicyShowsAUserThemselvesOnly() throws IOException {
    house.user("neighbour");
    put(resource("policies/view-own-permissions.json"));
    IamClient self = house.iam(analyst);
    assertThat(self.getUser().user().userName()).isEqualTo("analyst");
    assertThat(self.getUser(in -> in.userName("analyst")).user().userName()).isEqualTo("analyst");
    assertThat(self.listUserPolicies(in -> in.userName("analyst")).policyNames())
        .containsExactly("p");
    assertThat(self.listUsers().users()).hasSize(2);
    assertThat(self.listPolicies(in -> in.scope("AWS")).policies()).isNotEmpty();
    assertThatThrownBy(() -> self.getUser(in -> in.userName("neighbour")))
        .hasMessage(
            "User: arn:aws:iam::123456789012:user/analyst is not authorized to perform:"
                + " iam:GetUser on resource: arn:aws:iam::123456789012:user/neighbour because no"
                + " identity-based policy allows the iam:GetUser action");
    assertThatThrownBy(() -> self.listGroups()).hasMessageContaining("iam:ListGroups");
    assertThatThrownBy(() -> self.deleteUserPolicy(in -> in.userName("analyst").policyName("p")))
        .hasMessageContaining("iam:DeleteUserPolicy");
  }

  @Test
  void passingARoleIsLimitedByTheServiceItIsPassedTo() {
    put(
        """
        {"Version": "2012-10-17",
         "Statement": {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*",
           "Condition": {"StringEquals": {"iam:PassedToService": "personalize.amazonaws.com"}}}}""");
    String role = "arn:aws:iam::123456789012:role/Reader";
    assertThatCode(
            () -> house.require(analyst, Requirement.passRole(role, "personalize.amazonaws.com")))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> house.require(analyst, Requirement.passRole(role, "lambda.amazonaws.com")))
        .hasMessageContaining("is not authorized to perform: iam:PassRole on resource: " + role);
  }

  @Test
  void attachingIsLimitedByThePolicyAndTaggingByTheTags() throws IOException {
    house.user("neighbour");
    String viewing = managed("viewing", allow(DESCRIBE));
    put(
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "iam:AttachUserPolicy", "Resource": "*",
           "Condition": {"ArnEquals": {"iam:PolicyARN": "%s"}}},
          {"Effect": "Allow", "Action": "iam:TagUser", "Resource": "*",
           "Condition": {"StringEquals": {"aws:RequestTag/team": "films"},
             "ForAllValues:StringEquals": {"aws:TagKeys": ["team"]}}},
          {"Effect": "Allow", "Action": "iam:DeleteUser", "Resource": "*",
           "Condition": {"StringEquals": {"iam:ResourceTag/team": "films"}}}]}"""
            .formatted(viewing));
    IamClient self = house.iam(analyst);
    self.attachUserPolicy(in -> in.userName("neighbour").policyArn(viewing));
    assertThatThrownBy(
            () ->
                self.attachUserPolicy(
                    in ->
                        in.userName("neighbour")
                            .policyArn("arn:aws:iam::aws:policy/AdministratorAccess")))
        .hasMessageContaining("iam:AttachUserPolicy");
    assertThatThrownBy(() -> self.deleteUser(in -> in.userName("neighbour")))
        .hasMessageContaining("not authorized to perform: iam:DeleteUser");
    assertThatThrownBy(
            () ->
                self.tagUser(
                    in ->
                        in.userName("neighbour")
                            .tags(t -> t.key("team").value("films"), t -> t.key("x").value("y"))))
        .hasMessageContaining("iam:TagUser");
    self.tagUser(in -> in.userName("neighbour").tags(t -> t.key("team").value("films")));
    assertThatThrownBy(() -> self.deleteUser(in -> in.userName("neighbour")))
        .hasMessage("Cannot delete entity, must detach all policies first.");
  }

  @Test
  void whoMakesSomethingWithTagsNeedsThePermissionToTagIt() {
    put(
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "iam:Create*", "Resource": "*"},
          {"Effect": "Allow", "Action": "iam:Tag*", "Resource": "*",
           "Condition": {"StringEquals": {"aws:RequestTag/team": "films"}}}]}""");
    IamClient self = house.iam(analyst);
    self.createUser(in -> in.userName("plain"));
    self.createUser(in -> in.userName("tagged").tags(t -> t.key("team").value("films")));
    assertThatThrownBy(
            () -> self.createUser(in -> in.userName("u").tags(t -> t.key("role").value("admin"))))
        .hasMessageContaining("not authorized to perform: iam:TagUser on resource: ");
    assertThatThrownBy(
            () ->
                self.createRole(
                    in ->
                        in.roleName("r")
                            .assumeRolePolicyDocument(IamHouse.trust("AWS", "*"))
                            .tags(t -> t.key("role").value("admin"))))
        .hasMessageContaining("not authorized to perform: iam:TagRole on resource: ");
    assertThatThrownBy(
            () ->
                self.createPolicy(
                    in ->
                        in.policyName("p")
                            .policyDocument(allow("s3:*"))
                            .tags(t -> t.key("role").value("admin"))))
        .hasMessageContaining("not authorized to perform: iam:TagPolicy on resource: ");
  }

  @Test
  void aDenialCanBeExplainedByTheStatementsThatWereConsidered() {
    put(allow("personalize:ListCampaigns"));
    deniedBySilence(DESCRIBE, CAMPAIGN);
    String id = house.lastRequestId();
    assertThat(house.iam().decisions().find(id).orElseThrow().toText())
        .contains(DESCRIBE, CAMPAIGN, "personalize:ListCampaigns");
    assertThat(house.iam().decisions().find(id).orElseThrow().toJson()).contains("implicitDeny");
    assertThat(house.iam().decisions().find("another")).isEmpty();
  }

  @Test
  void everyOperationWithARowHasOneHandlerThatDoesIt() {
    house
        .iam()
        .services()
        .forEach(
            service ->
                assertThat(service.rows())
                    .allSatisfy(
                        row ->
                            assertThat(service.handlers())
                                .filteredOn(handler -> IamHouse.does(handler, row))
                                .hasSize(1)));
  }
}
