package dev.maitred.iam;

import static dev.maitred.iam.IamHouse.allow;
import static dev.maitred.iam.IamHouse.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.Statement;

class SimulationsTest {
  private static final String CAMPAIGN =
      "arn:aws:personalize:us-east-1:123456789012:campaign/films";
  private static final String OWN =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "iam:GetUser",
         "Resource": "arn:aws:iam::*:user/${aws:username}",
         "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}""";

  @TempDir Path dir;
  private IamHouse house;
  private IamClient root;

  @BeforeEach
  void open() throws IOException {
    house = IamHouse.open(dir);
    root = house.iam(IamHouse.root(dir));
    house.user("ada");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void simulatesPoliciesThatComeWithTheCall() {
    List<EvaluationResult> results =
        root.simulateCustomPolicy(
                in ->
                    in.policyInputList(
                            allow("personalize:Describe*"),
                            statement("Deny", "*", "personalize:DescribeRecipe"))
                        .actionNames(
                            "personalize:DescribeCampaign",
                            "personalize:DescribeRecipe",
                            "personalize:DeleteCampaign"))
            .evaluationResults();
    assertThat(results)
        .extracting(EvaluationResult::evalDecision)
        .containsExactly(
            PolicyEvaluationDecisionType.ALLOWED,
            PolicyEvaluationDecisionType.EXPLICIT_DENY,
            PolicyEvaluationDecisionType.IMPLICIT_DENY);
    assertThat(results.get(0).evalResourceName()).isEqualTo("*");
    assertThat(results.get(0).matchedStatements())
        .extracting(Statement::sourcePolicyId)
        .containsExactly("PolicyInputList.1");
    assertThat(results.get(0).matchedStatements().getFirst().startPosition().line()).isEqualTo(2);
    assertThat(results.get(1).matchedStatements())
        .extracting(Statement::sourcePolicyId)
        .containsExactly("PolicyInputList.2");
    assertThat(results.get(2).matchedStatements()).isEmpty();
  }

  @Test
  void saysWhichContextIsMissingAndUsesWhatIsGiven() {
    String ada = "arn:aws:iam::123456789012:user/ada";
    EvaluationResult without =
        root.simulateCustomPolicy(
                in -> in.policyInputList(OWN).actionNames("iam:GetUser").resourceArns(ada))
            .evaluationResults()
            .getFirst();
    assertThat(without.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
    assertThat(without.missingContextValues()).isEmpty();
    assertThat(without.resourceSpecificResults())
        .singleElement()
        .satisfies(
            result ->
                assertThat(result.missingContextValues())
                    .containsExactly("aws:SecureTransport", "aws:username"));
    EvaluationResult with =
        root.simulateCustomPolicy(
                in ->
                    in.policyInputList(OWN)
                        .actionNames("iam:GetUser")
                        .resourceArns(ada)
                        .contextEntries(
                            c -> c.contextKeyName("aws:username").contextKeyValues("ada"),
                            c -> c.contextKeyName("aws:securetransport").contextKeyValues("true")))
            .evaluationResults()
            .getFirst();
    assertThat(with.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
    assertThat(with.missingContextValues()).isEmpty();
    assertThat(root.getContextKeysForCustomPolicy(in -> in.policyInputList(OWN)).contextKeyNames())
        .containsExactly("aws:SecureTransport", "aws:username");
  }

  @Test
  void simulatesAnIdentityWithAllItHas() {
    root.createGroup(in -> in.groupName("readers"));
    root.addUserToGroup(in -> in.groupName("readers").userName("ada"));
    root.putGroupPolicy(
        in ->
            in.groupName("readers")
                .policyName("reading")
                .policyDocument(allow("personalize:Describe*")));
    String ada = root.getUser(in -> in.userName("ada")).user().arn();
    assertThat(decision(ada)).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);

    String boundary =
        root.createPolicy(in -> in.policyName("b").policyDocument(allow("s3:*"))).policy().arn();
    root.putUserPermissionsBoundary(in -> in.userName("ada").permissionsBoundary(boundary));
    assertThat(decision(ada)).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
    EvaluationResult replaced =
        root.simulatePrincipalPolicy(
                in ->
                    in.policySourceArn(ada)
                        .permissionsBoundaryPolicyInputList(allow("personalize:*"))
                        .actionNames("personalize:DescribeCampaign")
                        .resourceArns(CAMPAIGN))
            .evaluationResults()
            .getFirst();
    assertThat(replaced.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
    assertThat(replaced.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
        .isTrue();
    assertThat(replaced.matchedStatements())
        .extracting(Statement::sourcePolicyId)
        .containsExactly("group_readers_reading");
  }

  @Test
  void agreesWithWhatIsEnforced() throws IOException {
    var key = house.user("eve");
    String eve = root.getUser(in -> in.userName("eve")).user().arn();
    root.putUserPolicy(
        in -> in.userName("eve").policyName("p").policyDocument(allow("personalize:List*")));
    for (String action : List.of("personalize:ListCampaigns", "personalize:DeleteCampaign")) {
      boolean simulated =
          root.simulatePrincipalPolicy(in -> in.policySourceArn(eve).actionNames(action))
              .evaluationResults()
              .getFirst()
              .evalDecision()
              .equals(PolicyEvaluationDecisionType.ALLOWED);
      assertThat(simulated).isEqualTo(isAllowed(key, action));
    }
  }

  private boolean isAllowed(IamHouse.Credentials key, String action) {
    try {
      house.require(key, action, "*");
      return true;
    } catch (dev.maitred.wire.AwsError denied) {
      return false;
    }
  }

  @Test
  void saysWhatEachAccountDecidesAboutTheResourceOfAnother() {
    String reading =
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject",
          "Principal": {"AWS": "arn:aws:iam::123456789012:user/ada"}, "Resource": "*"}}""";
    EvaluationResult foreign = reading(reading, "arn:aws:iam::444455556666:root");
    assertThat(foreign.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
    assertThat(foreign.evalDecisionDetails())
        .containsEntry("IAM Policy", PolicyEvaluationDecisionType.IMPLICIT_DENY)
        .containsEntry("Resource Policy", PolicyEvaluationDecisionType.ALLOWED);
    assertThat(foreign.resourceSpecificResults().getFirst().evalDecisionDetails())
        .isEqualTo(foreign.evalDecisionDetails());

    EvaluationResult own = reading(reading, "arn:aws:iam::123456789012:root");
    assertThat(own.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
    assertThat(own.hasEvalDecisionDetails()).isTrue();
    assertThat(own.evalDecisionDetails()).isEmpty();
  }

  @Test
  void takesTheOwnerAsAccountToo() {
    String ada = root.getUser(in -> in.userName("ada")).user().arn();
    root.putUserPolicy(
        in -> in.userName("ada").policyName("p").policyDocument(allow("s3:GetObject")));
    PolicyEvaluationDecisionType without = readingBy(ada, "999999999999");
    assertThat(without).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
    assertThat(readingBy(ada, "123456789012")).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
    assertThatThrownBy(() -> readingBy(ada, "somebody")).hasMessageContaining("must be an account");
  }

  private PolicyEvaluationDecisionType readingBy(String user, String owner) {
    return root.simulatePrincipalPolicy(
            in ->
                in.policySourceArn(user)
                    .actionNames("s3:GetObject")
                    .resourceArns("arn:aws:s3:::films/data.csv")
                    .resourceOwner(owner))
        .evaluationResults()
        .getFirst()
        .evalDecision();
  }

  @Test
  void tellsWhereAMatchedStatementStands() {
    String policy =
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
            + "\"Resource\":\"*\"}}";
    Statement statement =
        root.simulateCustomPolicy(in -> in.policyInputList(policy).actionNames("s3:ListBucket"))
            .evaluationResults()
            .getFirst()
            .matchedStatements()
            .getFirst();
    assertThat(statement.startPosition().column()).isEqualTo(38);
    assertThat(statement.endPosition().column()).isEqualTo(policy.length());
  }

  private EvaluationResult reading(String resourcePolicy, String owner) {
    return root.simulateCustomPolicy(
            in ->
                in.policyInputList(allow("s3:ListBucket"))
                    .callerArn("arn:aws:iam::123456789012:user/ada")
                    .actionNames("s3:GetObject")
                    .resourceArns("arn:aws:s3:::films/data.csv")
                    .resourcePolicy(resourcePolicy)
                    .resourceOwner(owner))
        .evaluationResults()
        .getFirst();
  }

  @Test
  void answersPageByPage() {
    var first =
        root.simulateCustomPolicy(
            in -> in.policyInputList(OWN).actionNames("s3:A", "s3:B", "s3:C").maxItems(2));
    assertThat(first.isTruncated()).isTrue();
    assertThat(first.evaluationResults())
        .extracting(EvaluationResult::evalActionName)
        .containsExactly("s3:A", "s3:B");
    var second =
        root.simulateCustomPolicy(
            in ->
                in.policyInputList(OWN).actionNames("s3:A", "s3:B", "s3:C").marker(first.marker()));
    assertThat(second.evaluationResults())
        .extracting(EvaluationResult::evalActionName)
        .containsExactly("s3:C");
  }

  @Test
  void refusesWhatCanNotBeSimulated() {
    assertThatThrownBy(
            () -> root.simulateCustomPolicy(in -> in.policyInputList("{").actionNames("s3:A")))
        .hasMessageStartingWith("PolicyInputList.1 is no policy: ");
    assertThatThrownBy(
            () -> root.simulateCustomPolicy(in -> in.policyInputList(OWN).actionNames("s3:*")))
        .hasMessageContaining("single actions");
    assertThatThrownBy(
            () ->
                root.simulateCustomPolicy(
                    in -> in.policyInputList(OWN).actionNames("s3:A").resourcePolicy(OWN)))
        .hasMessageContaining("needs a CallerArn");
    assertThatThrownBy(
            () ->
                root.simulatePrincipalPolicy(
                    in ->
                        in.policySourceArn("arn:aws:iam::123456789012:user/nobody")
                            .actionNames("s3:A")))
        .hasMessageContaining("cannot be found");
  }

  private PolicyEvaluationDecisionType decision(String principal) {
    return root.simulatePrincipalPolicy(
            in ->
                in.policySourceArn(principal)
                    .actionNames("personalize:DescribeCampaign")
                    .resourceArns(CAMPAIGN))
        .evaluationResults()
        .getFirst()
        .evalDecision();
  }
}
