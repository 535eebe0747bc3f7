package dev.maitred.iam;

import static dev.maitred.iam.IamHouse.allow;
import static dev.maitred.iam.IamHouse.trust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.iam.IamHouse.Credentials;
import dev.maitred.wire.AwsError;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.User;

class IdentitiesTest {
  @TempDir Path dir;
  private IamHouse house;
  private IamClient root;

  @BeforeEach
  void open() throws IOException {
    house = IamHouse.open(dir);
    root = house.iam(IamHouse.root(dir));
  }

  @AfterEach
  void close() {
    house.close();
  }

  static void refused(ThrowingCallable call, String code, int status, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsError.class,
            error -> {
              assertThat(error.getMessage()).isEqualTo(message);
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.status()).isEqualTo(status);
            });
  }

  @Test
  void aUserHasAnArnWithItsPathAndAUniqueId() {
    User user = root.createUser(in -> in.userName("Ada").path("/team/")).user();
    assertThat(user.arn()).isEqualTo("arn:aws:iam::123456789012:user/team/Ada");
    assertThat(user.userId()).matches("AIDA[A-Z0-9]{17}");
    assertThat(user.createDate()).isEqualTo(house.now());
    assertThat(root.getUser(in -> in.userName("ada")).user()).isEqualTo(user);
  }

  @Test
  void namesAreUniqueWhateverTheirCaseAndPath() {
    root.createUser(in -> in.userName("Ada"));
    refused(
        () -> root.createUser(in -> in.userName("ADA").path("/other/")),
        "EntityAlreadyExists",
        409,
        "User with name ADA already exists.");
    root.createGroup(in -> in.groupName("ada"));
    refused(
        () -> root.createGroup(in -> in.groupName("Ada")),
        "EntityAlreadyExists",
        409,
        "Group with name Ada already exists.");
  }

  @Test
  void whatIsNotThereCanNotBeFound() {
    refused(
        () -> root.getUser(in -> in.userName("nobody")),
        "NoSuchEntity",
        404,
        "The user with name nobody cannot be found.");
    refused(
        () -> root.getGroup(in -> in.groupName("none")),
        "NoSuchEntity",
        404,
        "The group with name none cannot be found.");
    refused(
        () -> root.getRole(in -> in.roleName("none")),
        "NoSuchEntity",
        404,
        "The role with name none cannot be found.");
  }

  @Test
  void aRenamedUserKeepsItsIdKeysAndGroups() throws IOException {
    Credentials key = house.user("ada");
    root.createGroup(in -> in.groupName("readers"));
    root.addUserToGroup(in -> in.groupName("readers").userName("ada"));
    String id = root.getUser(in -> in.userName("ada")).user().userId();
    root.updateUser(in -> in.userName("ada").newUserName("lovelace").newPath("/x/"));
    User renamed = root.getUser(in -> in.userName("lovelace")).user();
    assertThat(renamed.userId()).isEqualTo(id);
    assertThat(renamed.arn()).isEqualTo("arn:aws:iam::123456789012:user/x/lovelace");
    assertThat(house.caller(key).arn()).isEqualTo("arn:aws:iam::123456789012:user/x/lovelace");
    assertThat(root.listGroupsForUser(in -> in.userName("lovelace")).groups())
        .extracting(Group::groupName)
        .containsExactly("readers");
  }

  @Test
  void listsComeInPagesByPathPrefix() {
    for (String name : new String[] {"d", "A", "c", "B"}) {
      root.createUser(in -> in.userName(name).path("/team/"));
    }
    root.createUser(in -> in.userName("elsewhere"));
    ListUsersResponse first = root.listUsers(in -> in.pathPrefix("/te").maxItems(3));
    assertThat(first.users()).extracting(User::userName).containsExactly("A", "B", "c");
    assertThat(first.isTruncated()).isTrue();
    ListUsersResponse rest =
        root.listUsers(in -> in.pathPrefix("/te").maxItems(3).marker(first.marker()));
    assertThat(rest.users()).extracting(User::userName).containsExactly("d");
    assertThat(rest.isTruncated()).isFalse();
    assertThat(rest.marker()).isNull();
    assertThatThrownBy(() -> root.listUsers(in -> in.marker("%%"))).hasMessage("Invalid Marker.");
    assertThatThrownBy(() -> root.listUsers(in -> in.marker("zzz"))).hasMessage("Invalid Marker.");
  }

  @Test
  void aUserGoesOnlyWithoutPoliciesKeysAndGroups() throws IOException {
    Credentials key = house.user("ada");
    root.createGroup(in -> in.groupName("readers"));
    root.addUserToGroup(in -> in.groupName("readers").userName("ada"));
    root.putUserPolicy(
        in -> in.userName("ada").policyName("p").policyDocument(allow("s3:GetObject")));
    String policy = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    root.attachUserPolicy(in -> in.userName("ada").policyArn(policy));
    conflict("detach all policies");
    root.detachUserPolicy(in -> in.userName("ada").policyArn(policy));
    conflict("delete policies");
    root.deleteUserPolicy(in -> in.userName("ada").policyName("p"));
    conflict("delete access keys");
    root.deleteAccessKey(in -> in.userName("ada").accessKeyId(key.id()));
    conflict("remove users from group");
    root.removeUserFromGroup(in -> in.groupName("readers").userName("ada"));
    root.deleteUser(in -> in.userName("ada"));
    assertThat(root.listUsers().users()).isEmpty();
  }

  private void conflict(String what) {
    refused(
        () -> root.deleteUser(in -> in.userName("ada")),
        "DeleteConflict",
        409,
        "Cannot delete entity, must " + what + " first.");
  }

  @Test
  void aGroupGoesOnlyWithoutUsers() {
    root.createGroup(in -> in.groupName("readers"));
    root.createUser(in -> in.userName("ada"));
    root.addUserToGroup(in -> in.groupName("readers").userName("ada"));
    assertThat(root.getGroup(in -> in.groupName("readers")).users()).hasSize(1);
    refused(
        () -> root.deleteGroup(in -> in.groupName("readers")),
        "DeleteConflict",
        409,
        "Cannot delete entity, must remove users from group first.");
  }

  @Test
  void aUserIsInAtMostTenGroups() {
    root.createUser(in -> in.userName("ada"));
    for (int i = 0; i < 11; i++) {
      String group = "g" + i;
      root.createGroup(in -> in.groupName(group));
    }
    for (int i = 0; i < 10; i++) {
      String group = "g" + i;
      root.addUserToGroup(in -> in.groupName(group).userName("ada"));
    }
    refused(
        () -> root.addUserToGroup(in -> in.groupName("g10").userName("ada")),
        "LimitExceeded",
        409,
        "Cannot exceed quota for GroupsPerUser: 10");
    root.addUserToGroup(in -> in.groupName("g3").userName("ada"));
  }

  @Test
  void aRoleShowsItsTrustPolicyEncodedAndItsDefaults() {
    root.createUser(in -> in.userName("ada"));
    String trust = trust("AWS", "arn:aws:iam::123456789012:user/ada");
    Role created =
        root.createRole(in -> in.roleName("Reader").path("/svc/").assumeRolePolicyDocument(trust))
            .role();
    assertThat(created.arn()).isEqualTo("arn:aws:iam::123456789012:role/svc/Reader");
    assertThat(created.roleId()).matches("AROA[A-Z0-9]{17}");
    assertThat(created.maxSessionDuration()).isNull();
    Role role = root.getRole(in -> in.roleName("Reader")).role();
    assertThat(role.maxSessionDuration()).isEqualTo(3600);
    assertThat(role.roleLastUsed()).isNotNull();
    assertThat(role.assumeRolePolicyDocument()).doesNotContain(" ", "+", "{").contains("%7B");
    assertThat(URLDecoder.decode(role.assumeRolePolicyDocument(), StandardCharsets.UTF_8))
        .contains("\"arn:aws:iam::123456789012:user/ada\"");
  }

  @Test
  void tagsOfUsersIgnoreTheCaseOfKeys() {
    root.createUser(in -> in.userName("ada").tags(t -> t.key("Department").value("finance")));
    root.tagUser(in -> in.userName("ada").tags(t -> t.key("department").value("hr")));
    assertThat(root.listUserTags(in -> in.userName("ada")).tags())
        .singleElement()
        .satisfies(
            tag -> {
              assertThat(tag.key()).isEqualTo("department");
              assertThat(tag.value()).isEqualTo("hr");
            });
    root.untagUser(in -> in.userName("ada").tagKeys("DEPARTMENT"));
    assertThat(root.getUser(in -> in.userName("ada")).user().hasTags()).isFalse();
    refused(
        () ->
            root.tagUser(
                in ->
                    in.userName("ada")
                        .tags(t -> t.key("a").value("1"), t -> t.key("A").value("2"))),
        "InvalidInput",
        400,
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  }

  @Test
  void aUserHasAtMostTwoKeysAndAnInactiveOneIsUnknown() throws IOException {
    Credentials key = house.user("ada");
    assertThat(key.id()).matches("AKIA[A-Z0-9]{16}");
    assertThat(key.secret()).hasSize(40);
    root.createAccessKey(in -> in.userName("ada"));
    refused(
        () -> root.createAccessKey(in -> in.userName("ada")),
        "LimitExceeded",
        409,
        "Cannot exceed quota for AccessKeysPerUser: 2");
    root.updateAccessKey(in -> in.userName("ada").accessKeyId(key.id()).status("Inactive"));
    assertThatThrownBy(() -> house.caller(key))
        .hasMessage("The security token included in the request is invalid.");
    root.updateAccessKey(in -> in.userName("ada").accessKeyId(key.id()).status("Active"));
    assertThat(house.caller(key).arn()).endsWith("user/ada");
    refused(
        () -> root.deleteAccessKey(in -> in.userName("ada").accessKeyId("AKIAAAAAAAAAAAAAAAAA")),
        "NoSuchEntity",
        404,
        "The Access Key with id AKIAAAAAAAAAAAAAAAAA cannot be found.");
  }

  @Test
  void aKeySaysWhereItWasLastUsed() throws IOException {
    Credentials key = house.user("ada");
    var unused = root.getAccessKeyLastUsed(in -> in.accessKeyId(key.id()));
    assertThat(unused.userName()).isEqualTo("ada");
    assertThat(unused.accessKeyLastUsed().region()).isEqualTo("N/A");
    assertThat(unused.accessKeyLastUsed().lastUsedDate()).isNull();
    assertThatThrownBy(() -> house.require(key, "personalize:ListCampaigns", "*"))
        .isInstanceOf(AwsError.class);
    var used = root.getAccessKeyLastUsed(in -> in.accessKeyId(key.id())).accessKeyLastUsed();
    assertThat(used.region()).isEqualTo("us-east-1");
    assertThat(used.serviceName()).isEqualTo("personalize");
    assertThat(used.lastUsedDate()).isEqualTo(house.now());
    assertThatThrownBy(
            () -> root.getAccessKeyLastUsed(in -> in.accessKeyId("AKIAUNKNOWNUNKNOWN00")))
        .hasMessage(
            "User: arn:aws:iam::123456789012:root is not authorized to perform"
                + " iam:GetAccessKeyLastUsed on resource: access key AKIAUNKNOWNUNKNOWN00");
  }

  @Test
  void theRootUserIsNamedByItsArnAlone() {
    User user = root.getUser().user();
    assertThat(user.arn()).isEqualTo("arn:aws:iam::123456789012:root");
    assertThat(user.userId()).isEqualTo("123456789012");
    assertThat(user.userName()).isNull();
    assertThat(root.listAccessKeys().accessKeyMetadata()).hasSize(1);
  }
}
