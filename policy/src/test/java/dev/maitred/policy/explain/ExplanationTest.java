package dev.maitred.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource.Holder;
import dev.maitred.policy.decide.PolicySource.Inline;
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
