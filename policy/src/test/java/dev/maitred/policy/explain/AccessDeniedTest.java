package dev.maitred.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.decide.AttachedPolicy;
import dev.maitred.policy.decide.Decision;
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
import org.junit.jupiter.api.Test;

class AccessDeniedTest {
  private static final String ANALYST = "arn:aws:iam::111122223333:user/analyst";
  private static final String CAMPAIGN =
      "arn:aws:personalize:us-east-1:111122223333:campaign/films";
  private static final String READ_ONLY =
      """
      {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
        "Action": ["personalize:Describe*"], "Resource": "*"}}""";
  private static final String NO_DELETING =
      """
      {"Version": "2012-10-17", "Statement": {"Sid": "Keep", "Effect": "Deny",
        "Action": "personalize:Delete*", "Resource": "*"}}""";

  private static final Request DELETE =
      Request.of(
          new Principal.User(ANALYST, "111122223333", "AIDAEXAMPLEEXAMPLE123"),
          "personalize:DeleteCampaign",
          CAMPAIGN,
          Context.empty());

  private static final String BARE =
      "User: "
          + ANALYST
          + " is not authorized to perform: personalize:DeleteCampaign"
          + " on resource: "
          + CAMPAIGN;

  @Test
  void namesTheLayerThatIsSilent() {
    assertThat(AccessDenied.message(decide(managed(READ_ONLY))))
        .isEqualTo(
            BARE
                + " because no identity-based policy allows the personalize:DeleteCampaign action");
  }

  @Test
  void doesNotSayWhatAnotherAccountLacks() {
    Request foreign =
        Request.of(
            DELETE.principal(),
            DELETE.action(),
            CAMPAIGN.replace("111122223333", "444455556666"),
            Context.empty());
    Decision denied = Layers.ofIdentity(List.of(managed(READ_ONLY))).decide(foreign);
    assertThat(AccessDenied.message(denied)).endsWith(":444455556666:campaign/films");
  }

  @Test
  void namesTheManagedPolicyThatDenies() {
    assertThat(AccessDenied.message(decide(managed(READ_ONLY), managed(NO_DELETING))))
        .isEqualTo(
            BARE
                + " with an explicit deny in an identity-based policy:"
                + " arn:aws:iam::111122223333:policy/p");
  }

  @Test
  void doesNotNameAnInlinePolicy() {
    AttachedPolicy inline =
        new AttachedPolicy(new Inline("keep", Holder.USER, "analyst"), Policy.parse(NO_DELETING));
    assertThat(AccessDenied.message(decide(inline)))
        .isEqualTo(BARE + " with an explicit deny in an identity-based policy");
  }

  @Test
  void namesTheBoundary() {
    AttachedPolicy boundary =
        new AttachedPolicy(
            new ByArn("arn:aws:iam::111122223333:policy/b"), Policy.parse(READ_ONLY));
    Layers layers =
        Layers.ofIdentity(List.of(managed(READ_ONLY.replace("Describe", ""))))
            .withBoundary(boundary);
    assertThat(AccessDenied.context(layers.decide(DELETE)))
        .isEqualTo("because no permissions boundary allows the personalize:DeleteCampaign action");
  }

  @Test
  void namesTheManagedPolicyThatLimits() {
    AttachedPolicy boundary =
        new AttachedPolicy(
            new ByArn("arn:aws:iam::111122223333:policy/b"), Policy.parse(NO_DELETING));
    Layers layers = Layers.ofIdentity(List.of(managed(READ_ONLY))).withBoundary(boundary);
    assertThat(AccessDenied.context(layers.decide(DELETE)))
        .isEqualTo(
            "with an explicit deny in a permissions boundary: arn:aws:iam::111122223333:policy/b");
  }

  @Test
  void namesNoPolicyOfTheResource() {
    String policy = NO_DELETING.replace("\"Sid\"", "\"Principal\": \"*\", \"Sid\"");
    AttachedPolicy attached =
        new AttachedPolicy(new ByArn("arn:aws:iam::111122223333:policy/r"), Policy.parse(policy));
    assertThat(denial(new ResourcePolicy(attached, "111122223333", false)))
        .isEqualTo("with an explicit deny in a resource-based policy");
    assertThat(denial(ResourcePolicy.of(Policy.parse(policy), "111122223333")))
        .isEqualTo("with an explicit deny in a resource-based policy");
    assertThat(denial(new ResourcePolicy(attached, "111122223333", true)))
        .isEqualTo("with an explicit deny in the role trust policy");
  }

  private static String denial(ResourcePolicy policy) {
    return AccessDenied.context(
        Layers.ofIdentity(List.of(managed(READ_ONLY))).withResource(policy).decide(DELETE));
  }

  @Test
  void namesTheTrustPolicyThatIsSilent() {
    String policy = READ_ONLY.replace("\"Action\"", "\"Principal\": \"*\", \"Action\"");
    Layers layers =
        Layers.ofIdentity(List.of())
            .withResource(ResourcePolicy.trust(Policy.parse(policy), "111122223333"));
    assertThat(AccessDenied.context(layers.decide(DELETE)))
        .isEqualTo("because no role trust policy allows the personalize:DeleteCampaign action");
  }

  @Test
  void saysNothingOfWhatIsAllowed() {
    assertThat(AccessDenied.context(decide(managed(READ_ONLY.replace("Describe", ""))))).isEmpty();
  }

  private static AttachedPolicy managed(String json) {
    return new AttachedPolicy(
        new Managed("arn:aws:iam::111122223333:policy/p", Holder.USER, "analyst"),
        Policy.parse(json));
  }

  private static Decision decide(AttachedPolicy... policies) {
    return Layers.ofIdentity(List.of(policies)).decide(DELETE);
  }
}
