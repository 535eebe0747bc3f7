package dev.maitred.iam;

import static dev.maitred.iam.IamHouse.allow;
import static dev.maitred.iam.IamHouse.trust;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.iam.IamHouse.Credentials;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

class StsTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/team/Reader";
  private static final String BARE =
      "User: arn:aws:iam::123456789012:user/app is not authorized to perform: sts:AssumeRole on"
          + " resource: ";

  @TempDir Path dir;
  private IamHouse house;
  private IamClient root;
  private Credentials app;

  @BeforeEach
  void open() throws IOException {
    house = IamHouse.open(dir);
    root = house.iam(IamHouse.root(dir));
    app = house.user("app");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void role(String trust, String policy) {
    root.createRole(in -> in.roleName("Reader").path("/team/").assumeRolePolicyDocument(trust));
    root.putRolePolicy(in -> in.roleName("Reader").policyName("p").policyDocument(policy));
  }

  private void roleForApp() {
    role(trust("AWS", "arn:aws:iam::123456789012:user/app"), allow("personalize:*"));
  }

  private AssumeRoleResponse assume(Credentials who, Consumer<AssumeRoleRequest.Builder> more) {
    return house
        .sts(who)
        .assumeRole(in -> more.accept(in.roleArn(ROLE).roleSessionName("nightly")));
  }

  private static Credentials credentials(AssumeRoleResponse answer) {
    return new Credentials(
        answer.credentials().accessKeyId(),
        answer.credentials().secretAccessKey(),
        Optional.of(answer.credentials().sessionToken()));
  }

  @Test
  void everybodyMayKnowWhoTheyAre() throws IOException {
    var user = house.sts(app).getCallerIdentity();
    assertThat(user.arn()).isEqualTo("arn:aws:iam::123456789012:user/app");
    assertThat(user.account()).isEqualTo("123456789012");
    assertThat(user.userId()).matches("AIDA[A-Z0-9]{17}");
    var owner = house.sts(IamHouse.root(dir)).getCallerIdentity();
    assertThat(owner.arn()).isEqualTo("arn:aws:iam::123456789012:root");
    assertThat(owner.userId()).isEqualTo("123456789012");
  }

  @Test
  void aSessionHasTheRolesPoliciesAndItsOwnName() {
    roleForApp();
    AssumeRoleResponse answer = assume(app, in -> {});
    assertThat(answer.assumedRoleUser().arn())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/Reader/nightly");
    assertThat(answer.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z0-9]{17}:nightly");
    assertThat(answer.credentials().accessKeyId()).matches("ASIA[A-Z0-9]{16}");
    assertThat(answer.packedPolicySize()).isNull();
    Credentials session = credentials(answer);
    assertThat(house.sts(session).getCallerIdentity().arn())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/Reader/nightly");
    assertThatCode(() -> house.require(session, "personalize:ListCampaigns", "*"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> house.require(session, "s3:ListAllMyBuckets", "*"))
        .hasMessage(
            "User: arn:aws:sts::123456789012:assumed-role/Reader/nightly is not authorized to"
                + " perform: s3:ListAllMyBuckets on resource: * because no identity-based policy"
                + " allows the s3:ListAllMyBuckets action");
  }

  @Test
  void trustInTheAccountNeedsTheCallersPolicyToo() {
    role(trust("AWS", "123456789012"), allow("personalize:*"));
    assertThatThrownBy(() -> assume(app, in -> {}))
        .hasMessage(
            BARE + ROLE + " because no identity-based policy allows the sts:AssumeRole action");
    root.putUserPolicy(
        in -> in.userName("app").policyName("p").policyDocument(allow("sts:AssumeRole")));
    assertThatCode(() -> assume(app, in -> {})).doesNotThrowAnyException();
  }

  @Test
  void aMissingRoleAndOneThatTrustsOthersAreRefusedInTheSameWords() {
    root.putUserPolicy(in -> in.userName("app").policyName("p").policyDocument(allow("sts:*")));
    assertThatThrownBy(() -> assume(app, in -> {})).hasMessage(BARE + ROLE);
    role(trust("Service", "personalize.amazonaws.com"), allow("personalize:*"));
    assertThatThrownBy(() -> assume(app, in -> {})).hasMessage(BARE + ROLE);
  }

  @Test
  void whoeverIsMadeAgainUnderAnOldNameIsNotTrusted() throws IOException {
    roleForApp();
    String key = app.id();
    root.deleteAccessKey(in -> in.userName("app").accessKeyId(key));
    root.deleteUser(in -> in.userName("app"));
    Credentials impostor = house.user("app");
    assertThatThrownBy(() -> assume(impostor, in -> {})).hasMessage(BARE + ROLE);
    assertThat(root.getRole(in -> in.roleName("Reader")).role().assumeRolePolicyDocument())
        .contains("AIDA");
  }

  @Test
  void theRootUserAssumesNoRole() {
    role(trust("AWS", "123456789012"), allow("personalize:*"));
    assertThatThrownBy(() -> assume(IamHouse.root(dir), in -> {}))
        .hasMessage("Roles may not be assumed by root accounts.");
  }

  @Test
  void aSessionPolicyLimitsTheSession() {
    roleForApp();
    AssumeRoleResponse answer = assume(app, in -> in.policy(allow("personalize:List*")));
    assertThat(answer.packedPolicySize()).isPositive();
    Credentials session = credentials(answer);
    assertThatCode(() -> house.require(session, "personalize:ListCampaigns", "*"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> house.require(session, "personalize:PutEvents", "*"))
        .hasMessageEndingWith("because no session policy allows the personalize:PutEvents action");
  }

  @Test
  void sessionTagsAreThePrincipalsTags() {
    role(
        trust("AWS", "arn:aws:iam::123456789012:user/app"),
        """
        {"Version": "2012-10-17",
         "Statement": {"Effect": "Allow", "Action": "personalize:*", "Resource": "*",
           "Condition": {"StringEquals": {"aws:PrincipalTag/team": "films"}}}}""");
    Credentials plain = credentials(assume(app, in -> {}));
    assertThatThrownBy(() -> house.require(plain, "personalize:ListCampaigns", "*"))
        .hasMessageContaining("because no identity-based policy allows");
    Credentials tagged = credentials(assume(app, in -> in.tags(t -> t.key("team").value("films"))));
    assertThatCode(() -> house.require(tagged, "personalize:ListCampaigns", "*"))
        .doesNotThrowAnyException();
  }

  @Test
  void tagsThatContradictThemselvesAreRefused() {
    roleForApp();
    assertThatThrownBy(() -> assume(app, in -> in.transitiveTagKeys("team")))
        .hasMessage("The specified transitive tag key must be included in the requested tags.");
    assertThatThrownBy(
            () ->
                assume(app, in -> in.tags(t -> t.key("a").value("1"), t -> t.key("A").value("2"))))
        .hasMessage("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  }

  @Test
  void durationsAreLimitedByTheRole() {
    roleForApp();
    assertThatThrownBy(() -> assume(app, in -> in.durationSeconds(7200)))
        .hasMessage(
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    root.updateRole(in -> in.roleName("Reader").maxSessionDuration(7200));
    assertThatCode(() -> assume(app, in -> in.durationSeconds(7200))).doesNotThrowAnyException();
  }

  @Test
  void anArnThatIsNoneIsInvalid() {
    for (String arn :
        new String[] {
          "nothing-valid-in-here",
          "arn::b:::something/test-role",
          "arn:a::::something/test-role",
          "arn:a:::something/test-role",
          "arn:a:a::aaaaaaaaaa:"
        }) {
      assertThatThrownBy(() -> assume(app, in -> in.roleArn(arn))).hasMessage(arn + " is invalid");
    }
  }

  @Test
  void sessionsOutliveTheProcessButNotTheirEnd() {
    roleForApp();
    Credentials session = credentials(assume(app, in -> {}));
    house.close();
    house = IamHouse.open(dir);
    assertThat(house.caller(session).arn()).endsWith("assumed-role/Reader/nightly");
    house.at(house.now().plus(Duration.ofHours(1)));
    assertThatThrownBy(() -> house.caller(session))
        .hasMessage("The security token included in the request is expired");
  }

  @Test
  void aKeyAndATokenGoTogether() throws IOException {
    roleForApp();
    Credentials session = credentials(assume(app, in -> {}));
    String invalid = "The security token included in the request is invalid.";
    assertThatThrownBy(
            () -> house.caller(new Credentials(session.id(), session.secret(), Optional.empty())))
        .hasMessage(invalid);
    assertThatThrownBy(
            () -> house.caller(new Credentials(session.id(), session.secret(), Optional.of("x"))))
        .hasMessage(invalid);
    assertThatThrownBy(() -> house.caller(new Credentials(app.id(), app.secret(), session.token())))
        .hasMessage(invalid);
  }

  @Test
  void aDeletedRolesSessionsAreNobodys() {
    roleForApp();
    Credentials session = credentials(assume(app, in -> {}));
    root.deleteRolePolicy(in -> in.roleName("Reader").policyName("p"));
    root.deleteRole(in -> in.roleName("Reader"));
    assertThatThrownBy(() -> house.caller(session))
        .hasMessage("The security token included in the request is invalid.");
  }

  @Test
  void aUsersOwnSessionIsTheUserButNotForIam() {
    root.putUserPolicy(in -> in.userName("app").policyName("p").policyDocument(allow("*")));
    var answer = house.sts(app).getSessionToken().credentials();
    Credentials session =
        new Credentials(
            answer.accessKeyId(), answer.secretAccessKey(), Optional.of(answer.sessionToken()));
    assertThat(house.sts(session).getCallerIdentity().arn())
        .isEqualTo("arn:aws:iam::123456789012:user/app");
    assertThatCode(() -> house.require(session, "personalize:ListCampaigns", "*"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> house.iam(session).listUsers())
        .hasMessage("The security token included in the request is invalid.");
    assertThatThrownBy(() -> house.sts(session).getSessionToken())
        .hasMessage("Cannot call GetSessionToken with session credentials");
  }

  @Test
  void aTrustedAccountIsShownAsItsRoot() {
    root.createRole(
        in -> in.roleName("Open").assumeRolePolicyDocument(trust("AWS", "444455556666")));
    assertThat(root.getRole(in -> in.roleName("Open")).role().assumeRolePolicyDocument())
        .contains(URLEncoder.encode("\"arn:aws:iam::444455556666:root\"", UTF_8));
  }

  @Test
  void noCodeOfADeviceIsRight() {
    roleForApp();
    String device = "arn:aws:iam::123456789012:mfa/app";
    assertThatThrownBy(() -> assume(app, in -> in.serialNumber(device).tokenCode("123456")))
        .hasMessageStartingWith("MultiFactorAuthentication failed, unable to validate MFA code.");
    assertThatThrownBy(() -> assume(app, in -> in.tokenCode("123456")))
        .hasMessageStartingWith("MultiFactorAuthentication failed, must provide both");
  }

  @Test
  void aSessionPolicyThatIsDeletedAllowsNothingAnyMore() {
    roleForApp();
    root.putRolePolicy(in -> in.roleName("Reader").policyName("q").policyDocument(allow("*")));
    String passed =
        root.createPolicy(in -> in.policyName("passed").policyDocument(allow("*"))).policy().arn();
    Credentials session =
        credentials(assume(app, in -> in.policyArns(policy -> policy.arn(passed))));
    house.require(session, "personalize:ListCampaigns", "*");
    root.deletePolicy(in -> in.policyArn(passed));
    assertThatThrownBy(() -> house.require(session, "personalize:ListCampaigns", "*"))
        .hasMessageContaining(
            "because no session policy allows the personalize:ListCampaigns action");
  }

  @Test
  void transitiveTagsAreHandedOnAndCanNotBeChanged() {
    roleForApp();
    root.createRole(in -> in.roleName("Second").assumeRolePolicyDocument(trust("AWS", ROLE)));
    root.putRolePolicy(in -> in.roleName("Reader").policyName("q").policyDocument(allow("sts:*")));
    Credentials first =
        credentials(
            assume(
                app, in -> in.tags(t -> t.key("team").value("films")).transitiveTagKeys("team")));
    String second = "arn:aws:iam::123456789012:role/Second";
    Credentials chained = credentials(assume(first, in -> in.roleArn(second)));
    assertThat(house.caller(chained).context().get("aws:PrincipalTag/team"))
        .containsExactly("films");
    Credentials otherCase =
        credentials(
            assume(
                app, in -> in.tags(t -> t.key("Team").value("films")).transitiveTagKeys("team")));
    assertThatThrownBy(
            () ->
                assume(otherCase, in -> in.roleArn(second).tags(t -> t.key("team").value("music"))))
        .hasMessageContaining("it conflicts with a transitive tag key");
    assertThatThrownBy(
            () -> assume(first, in -> in.roleArn(second).tags(t -> t.key("TEAM").value("music"))))
        .hasMessage(
            "One of the specified transitive tag keys can't be set because it conflicts with a"
                + " transitive tag key from the calling session.");
  }
}
