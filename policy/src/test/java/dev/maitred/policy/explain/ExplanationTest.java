package dev.maitred.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource.ByArn;
import dev.maitred.policy.decide.PolicySource.Holder;
import dev.maitred.policy.decide.PolicySource.Inline;
import dev.maitred.policy.decide.PolicySource.Managed;
import dev.maitred.policy.decide.ResourcePolicy;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ExplanationTest {
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "Look", "Effect": "Allow", "Action": "personalize:Describe*", "Resource": "*"},
        {"Sid": "FromHome", "Effect": "Allow", "Action": "*", "Resource": "*",
         "Condition": {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}},
        {"Effect": "Allow", "Action": "*",
         "Resource": "arn:aws:personalize:*:*:campaign/${aws:username}"}
      ]}""";

  private static final Principal ANALYST =
      new Principal.User("arn:aws:iam::111122223333:user/a", "111122223333", "AIDA1");

  private static final Explanation DENIED =
      Explanation.of(
          Layers.ofIdentity(
                  List.of(
                      new AttachedPolicy(
                          new Inline("mine", Holder.GROUP, "analysts"), Policy.parse(POLICY))))
              .decide(
                  Request.of(
                      new Principal.User(
                          "arn:aws:iam::111122223333:user/a", "111122223333", "AIDA1"),
                      "personalize:DeleteCampaign",
                      "arn:aws:personalize:us-east-1:111122223333:campaign/films",
                      Context.of(Map.of("aws:SourceIp", List.of("198.51.100.7"))))));

  @Test
  void tellsPeopleWhyEachStatementDidNotApply() {
    assertThat(DENIED.toText())
        .isEqualTo(
            """
            Denied because nothing allows it: arn:aws:iam::111122223333:user/a, \
            personalize:DeleteCampaign on arn:aws:personalize:us-east-1:111122223333:campaign/films
              no identity-based policy allows the personalize:DeleteCampaign action
            Statements considered:
              allow in identity-based policy mine of group analysts, statement 1 `Look` (line 2)
                does not apply: Action lists nothing that matches
                  in the policy:  personalize:Describe*
                  in the request: personalize:DeleteCampaign
              allow in identity-based policy mine of group analysts, statement 2 `FromHome` (line 3)
                does not apply: Condition IpAddress aws:SourceIp is not met
                  in the policy:  192.0.2.0/24
                  in the request: 198.51.100.7
              allow in identity-based policy mine of group analysts, statement 3 (line 5)
                cannot be evaluated: Resource cannot be compared: a value or pattern is malformed, \
            or a variable has no value
                  in the policy:  arn:aws:personalize:*:*:campaign/${aws:username}
                  in the request: arn:aws:personalize:us-east-1:111122223333:campaign/films
            It would be allowed with:
              in an identity-based policy:
                {"Effect":"Allow","Action":"personalize:DeleteCampaign",\
            "Resource":"arn:aws:personalize:us-east-1:111122223333:campaign/films"}
            """);
  }

  @Test
  void tellsWhomAPolicyOfTheResourceNames() {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*",
          "Principal": {"AWS": "arn:aws:iam::111122223333:user/b"}, "Resource": "*"}}""";
    Layers layers =
        Layers.ofIdentity(List.of())
            .withResource(ResourcePolicy.of(Policy.parse(policy), "111122223333"));
    assertThat(Explanation.of(layers.decide(DENIED.decision().request())).toText())
        .contains(
            """
              allow in resource-based policy, statement 1 (line 1)
                does not apply: Principal lists nothing that matches
                  in the policy:  arn:aws:iam::111122223333:user/b
                  in the request: arn:aws:iam::111122223333:user/a
            """);
  }

  @Test
  void tellsWhatAllows() {
    Explanation allowed =
        Explanation.of(
            Layers.ofIdentity(List.of(managed("Allow", "{}"))).decide(request(ANALYST, Map.of())));
    assertThat(allowed.reason())
        .isEqualTo(
            "by identity-based policy arn:aws:iam::111122223333:policy/p of role trainer,"
                + " statement 1 `One` (line 1)");
    assertThat(allowed.toText())
        .isEqualTo(
            """
            Allowed: arn:aws:iam::111122223333:user/a, s3:GetObject on arn:aws:s3:::b/k
              by identity-based policy arn:aws:iam::111122223333:policy/p of role trainer, \
            statement 1 `One` (line 1)
            Statements considered:
              allow in identity-based policy arn:aws:iam::111122223333:policy/p of role trainer, \
            statement 1 `One` (line 1)
                applies
            """);
    assertThat(allowed.toJson())
        .startsWith(
            "{\"decision\":\"allowed\",\"principal\":\"arn:aws:iam::111122223333:user/a\","
                + "\"action\":\"s3:GetObject\",\"resource\":\"arn:aws:s3:::b/k\",\"context\":\"\","
                + "\"deciding\":[{\"layer\":\"identity\","
                + "\"policy\":\"arn:aws:iam::111122223333:policy/p\",\"statement\":0,"
                + "\"sid\":\"One\",\"line\":1,\"column\":14}]");
    assertThat(allowed.toJson())
        .endsWith("\"effect\":\"Allow\",\"match\":\"matches\"}],\"wouldAllow\":[]}");
  }

  @Test
  void tellsWhatDeniesThoughItIsInDoubt() {
    Explanation denied =
        Explanation.of(
            Layers.ofIdentity(List.of())
                .withBoundary(
                    new AttachedPolicy(
                        new ByArn("arn:aws:iam::111122223333:policy/b"),
                        Policy.parse(policy("Deny", "{\"NumericEquals\":{\"x:n\":%s}}"))))
                .decide(request(ANALYST, Map.of("x:n", List.of("many")))));
    assertThat(denied.toText())
        .isEqualTo(
            """
            Denied by a statement: arn:aws:iam::111122223333:user/a, s3:GetObject on \
            arn:aws:s3:::b/k
              by permissions boundary arn:aws:iam::111122223333:policy/b, statement 1 `One` (line 1)
            Statements considered:
              deny in permissions boundary arn:aws:iam::111122223333:policy/b, statement 1 `One` \
            (line 1)
                applies, as it cannot be evaluated: Condition NumericEquals x:n cannot be \
            compared: the value that the request has for it is malformed
                  in the policy:  1, 2, 3, 4, 5, 6 and 2 more
                  in the request: many
            """);
    assertThat(denied.reason())
        .isEqualTo(
            "by permissions boundary arn:aws:iam::111122223333:policy/b, statement 1 `One` (line 1)");
    assertThat(denied.toJson()).contains("\"policy\":\"arn:aws:iam::111122223333:policy/b\"");
    assertThat(denied.toJson())
        .endsWith(
            "\"match\":\"presumed\",\"reason\":{\"kind\":\"unreadableValue\","
                + "\"element\":\"Condition\",\"operator\":\"NumericEquals\",\"key\":\"x:n\","
                + "\"expected\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\"],"
                + "\"found\":[\"many\"],\"line\":1,\"column\":101}}],\"wouldAllow\":[]}");
  }

  @Test
  void tellsASetOperatorInFullAndThatThereIsNothing() {
    Explanation denied =
        Explanation.of(
            Layers.ofIdentity(
                    List.of(managed("Allow", "{\"ForAnyValue:StringLikeIfExists\":{\"x:n\":[]}}")))
                .decide(request(ANALYST, Map.of())));
    assertThat(denied.toText())
        .endsWith(
            """
                does not apply: Condition ForAnyValue:StringLikeIfExists x:n asks for a key that \
            the request does not have
                  in the policy:  (nothing)
                  in the request: (nothing)
            It would be allowed with:
              in an identity-based policy:
                {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k"}
            """);
  }

  @Test
  void tellsSixValuesInFull() {
    String six = "{\"StringEquals\":{\"x:n\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]}}";
    Explanation denied =
        Explanation.of(
            Layers.ofIdentity(List.of(managed("Allow", six))).decide(request(ANALYST, Map.of())));
    assertThat(denied.toText()).contains("in the policy:  a, b, c, d, e, f\n");
    assertThat(denied.reason())
        .isEqualTo("because no identity-based policy allows the s3:GetObject action");
  }

  @Test
  void tellsThatTheRootUserNeedsNoPolicy() {
    Explanation allowed =
        Explanation.of(
            Layers.ofIdentity(List.of())
                .decide(request(new Principal.Root("aws", "111122223333"), Map.of())));
    assertThat(allowed.reason()).isEqualTo("because the root user of an account needs no policy");
    assertThat(allowed.toText())
        .isEqualTo(
            """
            Allowed: arn:aws:iam::111122223333:root, s3:GetObject on arn:aws:s3:::b/k
              the root user of an account needs no policy
            """);
  }

  @Test
  void tellsWhoWithoutAnAccountAsked() {
    assertThat(headline(new Principal.Anonymous())).contains(": anonymous, s3:GetObject");
    assertThat(headline(new Principal.Service("s3.amazonaws.com"))).contains(": s3.amazonaws.com,");
    assertThat(headline(new Principal.Federated("idp.example.com"))).contains(": idp.example.com,");
  }

  private static String headline(Principal principal) {
    return Explanation.of(Layers.ofIdentity(List.of()).decide(request(principal, Map.of())))
        .toText();
  }

  private static AttachedPolicy managed(String effect, String condition) {
    return new AttachedPolicy(
        new Managed("arn:aws:iam::111122223333:policy/p", Holder.ROLE, "trainer"),
        Policy.parse(policy(effect, condition)));
  }

  private static String policy(String effect, String condition) {
    return "{\"Statement\":{\"Sid\":\"One\",\"Effect\":\"%s\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":%s}}"
        .formatted(effect, condition.formatted("[1,2,3,4,5,6,7,8]"));
  }

  private static Request request(Principal principal, Map<String, List<String>> context) {
    return Request.of(principal, "s3:GetObject", "arn:aws:s3:::b/k", Context.of(context));
  }

  @Test
  void tellsProgramsTheSame() {
    JsonNode json = new ObjectMapper().readTree(DENIED.toJson());
    assertThat(json.get("decision").asString()).isEqualTo("implicitDeny");
    assertThat(json.get("deciding").isEmpty()).isTrue();
    JsonNode second = json.get("considered").get(1);
    assertThat(second.get("sid").asString()).isEqualTo("FromHome");
    assertThat(second.get("effect").asString()).isEqualTo("Allow");
    assertThat(second.get("line").asInt()).isEqualTo(3);
    assertThat(second.get("match").asString()).isEqualTo("doesNotMatch");
    assertThat(second.get("reason").get("kind").asString()).isEqualTo("conditionFailed");
    assertThat(second.get("reason").get("found").get(0).asString()).isEqualTo("198.51.100.7");
    assertThat(json.get("considered").get(2).get("match").asString()).isEqualTo("cannotTell");
    JsonNode missing = json.get("wouldAllow").get(0);
    assertThat(missing.get("layer").asString()).isEqualTo("identity");
    assertThat(missing.get("statement").get("Action").asString())
        .isEqualTo("personalize:DeleteCampaign");
  }
}
