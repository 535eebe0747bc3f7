package dev.maitred.conformance.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
  private static final String LARGE =
      """
      {"principal":"user","action":"s3:ListBucket","resource":"arn:aws:s3:::films",
       "owner":"111122223333","context":{"aws:username":"analyst","aws:UserAgent":"curl"},
       "boundary":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]},
       "identity":[
         {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"}]},
         {"Version":"2008-10-17","Statement":[
           {"Effect":"Deny","NotAction":"s3:*","Resource":"*"},
           {"Effect":"Allow","Action":["s3:*","iam:*"],"Resource":["arn:aws:s3:::films","*"],
            "Condition":{"StringLike":{"aws:UserAgent":["curl","wget"]},"Null":{"aws:username":"false"}}}
         ]}]}""";

  private static final String SMALL =
      """
      {"principal":"user","action":"s3:ListBucket","resource":"arn:aws:s3:::films",\
      "owner":"111122223333","context":{"aws:UserAgent":"curl"},"identity":[{"Version":"2012-10-17",\
      "Statement":[{"Effect":"Allow","Action":"*","Resource":"*",\
      "Condition":{"StringLike":{"aws:UserAgent":["curl"]}}}]}]}""";

  /** Takes offence at an operator, wherever it stands. */
  private static List<Oracle.Answer> withoutStringLike(List<PolicyCase> cases) {
    return cases.stream()
        .map(
            each ->
                each.question().contains("\"StringLike\":{\"aws:UserAgent\":[\"curl\"")
                    ? Verdict.EXPLICIT_DENY
                    : Verdict.IMPLICIT_DENY)
        .map(verdict -> new Oracle.Answer(verdict, ""))
        .toList();
  }

  @Test
  void leavesOutWhateverADisagreementDoesNotNeed() throws IOException {
    PolicyCase large = PolicyCase.parse(LARGE);
    Disagreement found = Disagreement.of(large, withoutStringLike(List.of(large)).getFirst());
    assertThat(found.ours()).isEqualTo(Verdict.ALLOWED);

    PolicyCase small = new Shrinking(ShrinkingTest::withoutStringLike).shrink(found).given();
    assertThat(small).isEqualTo(PolicyCase.parse(SMALL));
  }
}
