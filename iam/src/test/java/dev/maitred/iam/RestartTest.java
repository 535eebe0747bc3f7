package dev.maitred.iam;

import static dev.maitred.iam.IamHouse.allow;
import static dev.maitred.iam.IamHouse.trust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.iam.IamHouse.Credentials;
import dev.maitred.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;

class RestartTest {
  @TempDir Path dir;

  @Test
  void aRestartFindsEverythingAsItWas() throws IOException {
    Credentials user;
    String file;
    try (IamHouse house = IamHouse.open(dir)) {
      file = Files.readString(dir.resolve("credentials"));
      user = house.user("ada");
      IamClient root = house.iam(IamHouse.root(dir));
      root.createGroup(in -> in.groupName("readers"));
      root.addUserToGroup(in -> in.groupName("readers").userName("ada"));
      root.putGroupPolicy(
          in ->
              in.groupName("readers")
                  .policyName("p")
                  .policyDocument(allow("personalize:ListCampaigns")));
      root.createRole(
          in ->
              in.roleName("Reader")
                  .assumeRolePolicyDocument(trust("Service", "personalize.amazonaws.com")));
      root.attachRolePolicy(
          in -> in.roleName("Reader").policyArn("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"));
    }
    try (IamHouse house = IamHouse.open(dir)) {
      assertThat(Files.readString(dir.resolve("credentials"))).isEqualTo(file);
      assertThat(house.iam().keyRing().find(user.id(), user.token(), house.now()).secret())
          .isEqualTo(user.secret());
      house.require(user, "personalize:ListCampaigns", "*");
      IamClient root = house.iam(IamHouse.root(dir));
      assertThat(root.listAttachedRolePolicies(in -> in.roleName("Reader")).attachedPolicies())
          .singleElement()
          .satisfies(p -> assertThat(p.policyName()).isEqualTo("AmazonS3ReadOnlyAccess"));
    }
  }

  @Test
  void secretsAreNowhereInTheDatabaseInClear() throws IOException {
    try (IamHouse house = IamHouse.open(dir)) {
      Credentials user = house.user("ada");
      var session = house.sts(user).getSessionToken().credentials();
      for (String secret :
          List.of(
              user.secret(),
              IamHouse.root(dir).secret(),
              session.secretAccessKey(),
              session.sessionToken())) {
        assertThat(databaseBytes()).doesNotContain(secret);
      }
      assertThat(databaseBytes()).contains(user.id());
    }
  }

  private String databaseBytes() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(dir)) {
      for (Path file : files.filter(f -> f.toString().contains("maitred.db")).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void theFilesWithSecretsAreForTheirOwnerAlone() throws IOException {
    try (IamHouse house = IamHouse.open(dir)) {
      for (String file : List.of("credentials", "master.key")) {
        assertThat(Files.getPosixFilePermissions(dir.resolve(file)))
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }
      assertThat(house.caller(IamHouse.root(dir)).arn())
          .isEqualTo("arn:aws:iam::123456789012:root");
    }
  }

  @Test
  void theDataOfAnotherAccountIsRefused() {
    IamHouse.open(dir).close();
    try (Database database = Database.open(dir.resolve("maitred.db"), List.of(Iam.MIGRATIONS))) {
      assertThat(Iam.accountOf(database)).contains("123456789012");
      assertThatThrownBy(() -> Iam.open(database, dir, Clock.systemUTC(), "999999999999"))
          .hasMessage(dir + " belongs to account 123456789012, not to 999999999999");
    }
  }

  @Test
  void aLostMasterKeyIsNotReplaced() throws IOException {
    IamHouse.open(dir).close();
    Files.delete(dir.resolve("master.key"));
    assertThatThrownBy(() -> IamHouse.open(dir)).hasMessageContaining("master.key");
    assertThat(dir.resolve("master.key")).doesNotExist();
  }

  @Test
  void secretsAreNotInWhatKeysPrintAsText() throws IOException {
    try (IamHouse house = IamHouse.open(dir)) {
      Credentials user = house.user("ada");
      assertThat(house.iam().keyRing().find(user.id(), user.token(), house.now()).toString())
          .doesNotContain(user.secret());
    }
  }
}
