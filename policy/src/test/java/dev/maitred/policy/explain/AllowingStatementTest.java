package dev.maitred.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Layer;
import dev.maitred.policy.decide.Layers;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.decide.PolicySource.ByName;
import dev.maitred.policy.decide.ResourcePolicy;
import dev.maitred.policy.request.Context;
import dev.maitred.policy.request.Principal;
import dev.maitred.policy.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statements that would allow a denied request. */
class AllowingStatementTest {
  private static final String ACCOUNT = "111122223333";
  private static final String OTHER_ACCOUNT = "444455556666";
  private static final Principal ANALYST =
      new Principal.User("arn:aws:iam::111122223333:user/analyst", ACCOUNT, "AIDA1");
  private static final Policy NOTHING =
      policy("{'Effect':'Allow','Action':'iam:GetUser','Resource':'*'}");
  private static final String ROLE = "arn:aws:iam::111122223333:role/ml/trainer";

  @Test
  void pinsTheKeysThatTellRequestsApart() {
    Context context =
        Context.of(
            Map.of(
                "iam:PassedToService", List.of("personalize.amazonaws.com"),
                "aws:RequestTag/team", List.of("films"),
                "aws:TagKeys", List.of("team"),
                "aws:MultiFactorAuthPresent", List.of("true"),
                "aws:SecureTransport", List.of("false"),
                "aws:CurrentTime", List.of("2026-01-01T00:00:00Z"),
                "aws:SourceIp", List.of("192.0.2.1"),
                "aws:PrincipalTag/team", List.of("films"),
                "aws:username", List.of("analyst")));
    assertThat(missing(Layers.ofIdentity(List.of()), ANALYST, "iam:PassRole", ROLE, context))
        .containsExactly(
            statement(
                Layer.IDENTITY,
                "{'Effect':'Allow','Action':'iam:PassRole','Resource':'" + ROLE + "','Condition':{",
                "'StringEquals':{'aws:multifactorauthpresent':'true',",
                "'aws:requesttag/team':'films','iam:passedtoservice':'personalize.amazonaws.com'},",
                "'ForAllValues:StringEquals':{'aws:tagkeys':'team'},'Null':{'aws:tagkeys':'false'}}}"));
  }

  @Test
  void namesEveryLayerThatIsSilent() {
    Layers layers =
        Layers.ofIdentity(List.of())
            .withBoundary(attached(NOTHING))
            .withSession(List.of())
            .withServiceControl(List.of(List.of(attached(NOTHING)), List.of()));
    assertThat(missing(layers, ANALYST, "s3:GetObject", "arn:aws:s3:::b/k", Context.empty()))
        .extracting(AllowingStatement::layer)
        .containsExactly(Layer.SERVICE_CONTROL, Layer.IDENTITY, Layer.BOUNDARY, Layer.SESSION);
  }

  @Test
  void namesTheCallerForTheResourceOfAnotherAccount() {
    Layers layers =
        Layers.ofIdentity(List.of()).withResource(ResourcePolicy.of(NOTHING, OTHER_ACCOUNT));
    assertThat(missing(layers, ANALYST, "s3:GetObject", "arn:aws:s3:::b/k", Context.empty()))
        .containsExactly(
            statement(
                Layer.RESOURCE,
                "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/analyst'},",
                "'Action':'s3:GetObject','Resource':'arn:aws:s3:::b/k'}"),
            statement(
                Layer.IDENTITY,
                "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/k'}"));
  }

  @Test
  void lacksAResourceInATrustPolicy() {
    Layers layers =
        Layers.ofIdentity(List.of()).withResource(ResourcePolicy.trust(NOTHING, ACCOUNT));
    Principal personalize = new Principal.Service("personalize.amazonaws.com");
    Context context = Context.of(Map.of("aws:SourceAccount", List.of(ACCOUNT)));
    assertThat(missing(layers, personalize, "sts:AssumeRole", ROLE, context))
        .containsExactly(
            statement(
                Layer.ROLE_TRUST,
                "{'Effect':'Allow','Principal':{'Service':'personalize.amazonaws.com'},",
                "'Action':'sts:AssumeRole',",
                "'Condition':{'StringEquals':{'aws:sourceaccount':'111122223333'}}}"));
  }

  @Test
  void takesWildcardsAndVariablesOfARequestLiterally() {
    String resource = "arn:aws:s3:::b/${aws:username}*";
    AllowingStatement missing =
        missing(Layers.ofIdentity(List.of()), ANALYST, "s3:GetObject", resource, Context.empty())
            .getFirst();
    Layers after = Layers.ofIdentity(List.of(attached(policy(missing.json()))));
    assertThat(verdict(after, "arn:aws:s3:::b/${aws:username}*")).isEqualTo("allowed");
    assertThat(verdict(after, "arn:aws:s3:::b/analyst2")).isEqualTo("implicitDeny");
  }

  @Test
  void noneUndoesADeny() {
    Layers layers =
        Layers.ofIdentity(
            List.of(attached(policy("{'Effect':'Deny','Action':'s3:*','Resource':'*'}"))));
    assertThat(missing(layers, ANALYST, "s3:GetObject", "*", Context.empty())).isEmpty();
  }

  @Test
  void noneAllowsWhatCannotBeRead() {
    Layers layers = Layers.ofIdentity(List.of());
    assertThat(missing(layers, ANALYST, "s3:GetObject", "b/k", Context.empty())).isEmpty();
  }

  @Test
  void noneIsLongerThanAPolicy() {
    String resource = "arn:aws:s3:::b/" + "k".repeat(200_000);
    Layers layers = Layers.ofIdentity(List.of());
    assertThat(missing(layers, ANALYST, "s3:GetObject", resource, Context.empty())).isEmpty();
  }

  @Test
  void anArnWithAWildcardBeforeItsLastPartIsAllowedAsItStands() {
    String resource = "arn:aws:ec2:*:111122223333:instance/i*";
    Layers layers = Layers.ofIdentity(List.of());
    assertThat(missing(layers, ANALYST, "ec2:StartInstances", resource, Context.empty()))
        .extracting(AllowingStatement::json)
        .containsExactly(
            ("{'Effect':'Allow','Action':'ec2:StartInstances',"
                    + "'Resource':'arn:aws:ec2:*:111122223333:instance/i${*}'}")
                .replace('\'', '"'));
  }

  private static List<AllowingStatement> missing(
      Layers layers, Principal caller, String action, String resource, Context context) {
    return Explanation.of(layers.decide(Request.of(caller, action, resource, context)))
        .wouldAllow();
  }

  private static String verdict(Layers layers, String resource) {
    Request request = Request.of(ANALYST, "s3:GetObject", resource, Context.empty());
    return Explanation.of(layers.decide(request)).verdict();
  }

  private static AllowingStatement statement(Layer layer, String... json) {
    return new AllowingStatement(layer, String.join("", json).replace('\'', '"'));
  }

  private static AttachedPolicy attached(Policy policy) {
    return new AttachedPolicy(new ByName("given"), policy);
  }

  private static Policy policy(String statement) {
    return Policy.parse(
        "{\"Version\":\"2012-10-17\",\"Statement\":" + statement.replace('\'', '"') + "}");
  }
}
