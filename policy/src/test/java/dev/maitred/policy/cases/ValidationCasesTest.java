package dev.maitred.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.validate.MalformedPolicyDocument;
import dev.maitred.policy.validate.PolicyValidator;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What IAM refuses to store, and in which words. */
class ValidationCasesTest {
  @TestFactory
  Stream<DynamicTest> identityPolicies() throws IOException {
    return rows("validation/identity")
        .map(row -> test(row, () -> PolicyValidator.identityPolicy(policy(row))));
  }

  @TestFactory
  Stream<DynamicTest> trustPolicies() throws IOException {
    return rows("validation/trust")
        .map(
            row ->
                test(
                    row,
                    () ->
                        PolicyValidator.trustPolicy(
                            policy(row), entry -> !entry.id().value().contains("gone"))));
  }

  private static Stream<JsonNode> rows(String folder) throws IOException {
    return CaseFiles.files(folder).stream().flatMap(file -> file.get("cases").valueStream());
  }

  /** A policy is given as JSON, or as a string where it is not quite JSON. */
  private static String policy(JsonNode row) {
    JsonNode policy = row.get("policy");
    return policy.isString() ? policy.asString() : policy.toString();
  }

  private static DynamicTest test(JsonNode row, Supplier<Optional<MalformedPolicyDocument>> check) {
    String expected = row.get("message").asString();
    String name = expected + " " + policy(row);
    return DynamicTest.dynamicTest(
        name.substring(0, Math.min(150, name.length())),
        () -> {
          Optional<MalformedPolicyDocument> outcome = check.get();
          assertThat(outcome.map(MalformedPolicyDocument::message).orElse("")).isEqualTo(expected);
          if (row.has("path")) {
            assertThat(outcome.orElseThrow().path()).isEqualTo(row.get("path").asString());
          }
          if (row.has("detail")) {
            assertThat(outcome.orElseThrow().detail()).contains(row.get("detail").asString());
          }
          if (row.has("at")) {
            assertThat(outcome.orElseThrow().position().orElseThrow())
                .hasToString(row.get("at").asString());
          }
        });
  }
}
