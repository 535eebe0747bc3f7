package dev.maitred.iam.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.ManagedPolicy;
import dev.maitred.iam.store.Tables;
import dev.maitred.iam.store.Version;
import dev.maitred.wire.shape.ShapeJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import software.amazon.awssdk.services.iam.model.Policy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The managed policies that AWS publishes for everyone, from {@code aws-policies.json}: for each
 * its path, name, id, version, dates, description and document, as the AWS managed policy reference
 * gives them; the ids, which it does not give, tell policies apart and mean nothing else.
 */
public final class AwsPolicies {
  private static final String FILE = "aws-policies.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private AwsPolicies() {}

  /** Makes the policies in {@code store} what the file says they are. */
  public static void publish(IamStore store) {
    JsonNode policies = file();
    store.change(tables -> policies.forEach(policy -> publish(tables, policy)));
  }

  private static JsonNode file() {
    try (InputStream file = AwsPolicies.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing beside " + AwsPolicies.class);
      }
      return JSON.readTree(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private static void publish(Tables tables, JsonNode entry) {
    String path = entry.get("Path").asString();
    String name = entry.get("PolicyName").asString();
    int version = entry.get("Version").asInt();
    String arn = ManagedPolicy.arn(ManagedPolicy.AWS, path, name);
    Instant updated = Instant.parse(entry.get("UpdateDate").asString());
    Policy shape =
        Policy.builder()
            .policyName(name)
            .policyId(entry.get("PolicyId").asString())
            .arn(arn)
            .path(path)
            .isAttachable(true)
            .description(entry.path("Description").asString(""))
            .createDate(Instant.parse(entry.get("CreateDate").asString()))
            .updateDate(updated)
            .build();
    tables
        .policies()
        .put(
            new ManagedPolicy(arn, ManagedPolicy.AWS, name, path, version, ShapeJson.write(shape)));
    String document = JSON.writeValueAsString(entry.get("Document"));
    tables.versions().put(arn, new Version(version, true, updated, document));
  }
}
