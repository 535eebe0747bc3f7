package dev.maitred.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maitred.wire.AwsError;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each file in {@code malformed-policy} and {@code malformed-trust}: a document and why it is
 * refused.
 */
class MalformedPolicyTest {
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

  @TestFactory
  Stream<DynamicTest> identityPoliciesAreRefusedWithTheReason() throws Exception {
    root.createUser(in -> in.userName("ada"));
    return cases("malformed-policy")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      JsonNode node = JsonMapper.shared().readTree(Files.readString(file));
                      String document = node.get("document").asString();
                      String message = node.get("message").asString();
                      refused(
                          () ->
                              root.createPolicy(in -> in.policyName("p").policyDocument(document)),
                          message);
                      refused(
                          () ->
                              root.putUserPolicy(
                                  in ->
                                      in.userName("ada").policyName("p").policyDocument(document)),
                          message);
                      assertThat(root.listUserPolicies(in -> in.userName("ada")).policyNames())
                          .isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> trustPoliciesAreRefusedWithTheReason() throws Exception {
    return cases("malformed-trust")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      JsonNode node = JsonMapper.shared().readTree(Files.readString(file));
                      refused(
                          () ->
                              root.createRole(
                                  in ->
                                      in.roleName("r")
                                          .assumeRolePolicyDocument(
                                              node.get("document").asString())),
                          node.get("message").asString());
                    }));
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsError.class,
            error -> {
              assertThat(error.code()).isEqualTo("MalformedPolicyDocument");
              assertThat(error.status()).isEqualTo(400);
              assertThat(error.getMessage()).isEqualTo(message);
            });
  }

  private static Stream<Path> cases(String folder) throws IOException, URISyntaxException {
    Path path = Path.of(MalformedPolicyTest.class.getResource("/" + folder).toURI());
    try (Stream<Path> files = Files.list(path)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).isNotEmpty();
      return all.stream();
    }
  }
}
