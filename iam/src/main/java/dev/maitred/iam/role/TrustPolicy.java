package dev.maitred.iam.role;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.Tables;
import dev.maitred.policy.syntax.PrincipalListing;
import dev.maitred.policy.syntax.PrincipalListing.Entry;
import dev.maitred.policy.validate.PolicySize;
import dev.maitred.policy.validate.PolicyValidator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.iam.model.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The trust policy of a role, as it is kept and as it is shown.
 *
 * <p>On save an account's id becomes the ARN of its root, and the ARNs of users and roles become
 * their unique ids, and they are shown as ARNs again while those entities live. Somebody who is
 * deleted and made again under the same name is therefore not trusted, and the policy then shows
 * the old id (IAM user guide, "AWS JSON policy elements: Principal").
 */
public final class TrustPolicy {
  private static final int MAX_SIZE = 2048;
  private static final Pattern ENTITY =
      Pattern.compile("arn:aws:iam::(\\d{12}):(user|role)/(?:.*/)?([^/]+)");
  private static final Pattern UNIQUE_ID = Pattern.compile("A(?:IDA|ROA)[A-Z0-9]{12,}");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern ACCOUNT_OR_ARN =
      Pattern.compile("\\*|\\d{12}|arn:aws:(iam|sts)::.+");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Tables tables;
  private final String account;

  TrustPolicy(Tables tables, String account) {
    this.tables = tables;
    this.account = account;
  }

  /**
   * The form in which {@code document} is kept; refused if it is not a trust policy or too long.
   */
  String checked(String document) {
    PolicyValidator.trustPolicy(document, this::exists)
        .ifPresent(
            malformed -> {
              throw IamErrors.malformedPolicy(malformed.message());
            });
    if (PolicySize.of(document) > MAX_SIZE) {
      throw IamErrors.quota("ACLSizePerRole", MAX_SIZE);
    }
    return replaced(document, this::kept);
  }

  private String kept(String name) {
    return ACCOUNT.matcher(name).matches()
        ? "arn:aws:iam::" + name + ":root"
        : entity(name).map(Identity::id).orElse(name);
  }

  /** The trust policy of a role as it is shown: ids of those who live as their ARNs. */
  String shown(Role role) {
    return replaced(
        role.assumeRolePolicyDocument(),
        name -> byId(name).map(identity -> identity.arn(account)).orElse(name));
  }

  private boolean exists(Entry entry) {
    String id = entry.id().value();
    if (entry.kind() != PrincipalListing.Kind.AWS) {
      return true;
    }
    Matcher entity = ENTITY.matcher(id);
    if (entity.matches() && entity.group(1).equals(account)) {
      return entity(id).isPresent();
    }
    return byId(id).isPresent() || ACCOUNT_OR_ARN.matcher(id).matches();
  }

  private Optional<Identity> entity(String arn) {
    Matcher entity = ENTITY.matcher(arn);
    if (!entity.matches() || !entity.group(1).equals(account)) {
      return Optional.empty();
    }
    Kind kind = Kind.valueOf(entity.group(2).toUpperCase(Locale.ROOT));
    return tables
        .identities()
        .find(kind, entity.group(3))
        .filter(identity -> identity.arn(account).equals(arn));
  }

  private Optional<Identity> byId(String name) {
    return UNIQUE_ID.matcher(name).matches() ? tables.identities().byId(name) : Optional.empty();
  }

  private static String replaced(String document, UnaryOperator<String> change) {
    JsonNode policy = JSON.readTree(document);
    JsonNode statements = policy.path("Statement");
    if (statements instanceof ArrayNode several) {
      several.forEach(statement -> replaceIn(statement, change));
    } else {
      replaceIn(statements, change);
    }
    return JSON.writeValueAsString(policy);
  }

  private static void replaceIn(JsonNode statement, UnaryOperator<String> change) {
    if (!(statement.get("Principal") instanceof ObjectNode principal)) {
      return;
    }
    JsonNode names = principal.path("AWS");
    if (names instanceof ArrayNode several) {
      for (int i = 0; i < several.size(); i++) {
        several.set(i, StringNode.valueOf(change.apply(several.get(i).asString())));
      }
    } else if (names.isString()) {
      principal.put("AWS", change.apply(names.asString()));
    }
  }
}
