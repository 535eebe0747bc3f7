package dev.maitred.policy.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": {
          "Sid": "Look", "Effect": "Allow",
          "Action": ["personalize:List*", "personalize:Get*"],
          "Resource": "*",
          "Condition": {"Bool": {"aws:SecureTransport": true}}
        }
      }
      """;

  @Test
  void remembersWhereEachTextStands() {
    Statement statement = Document.parse(POLICY).statements().getFirst();
    Text second = statement.action().orElseThrow().entries().get(1);
    assertThat(second.value()).isEqualTo("personalize:Get*");
    assertThat(second.path()).hasToString("Statement.Action[1]");
    assertThat(second.span().start())
        .isEqualTo(new Position(5, 37, POLICY.indexOf("\"personalize:Get")));
    assertThat(second.span().end()).isEqualTo(new Position(5, 55, POLICY.indexOf("],")));
    assertThat(statement.span().start().line()).isEqualTo(3);
    assertThat(statement.span().end().line()).isEqualTo(8);
  }

  @Test
  void remembersWhereAnEscapedNameEnds() {
    String policy = POLICY.replace("\"aws:SecureTransport\": true", "\"a\\\"b\\\\\" :  {\"k\": 1}");
    PolicySyntaxException e = refusal(policy);
    assertThat(e.path()).isEqualTo("Statement.Condition.Bool.a\"b\\");
    Condition condition =
        Document.parse(policy.replace("{\"k\": 1}", "1"))
            .statements()
            .getFirst()
            .conditions()
            .get(0);
    assertThat(condition.key().value()).isEqualTo("a\"b\\");
    assertThat(condition.key().span().end()).isEqualTo(new Position(7, 36, policy.indexOf(" :  ")));
  }

  @Test
  void keepsBooleansAsTheirText() {
    Condition condition = Document.parse(POLICY).statements().getFirst().conditions().getFirst();
    assertThat(condition.values().getFirst().value()).isEqualTo("true");
  }

  @Test
  void namesBothPlacesOfADuplicateKey() {
    PolicySyntaxException e =
        refusal(
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
             "Action": "a:*", "Resource": "*",
             "Effect": "Deny"}}""");
    assertThat(e)
        .hasMessage(
            "The key `Effect` stands twice in one object, first at line 1, column 41"
                + " (line 3, column 2, at Statement.Effect)");
    assertThat(e.isJson()).isTrue();
  }

  @Test
  void saysWhereTheJsonBreaks() {
    PolicySyntaxException e = refusal("{\"Version\": \"2012-10-17\",\n \"Statement\": oops}");
    assertThat(e.position().line()).isEqualTo(2);
    assertThat(e.isJson()).isFalse();
  }

  @Test
  void saysWhatFollowsThePolicy() {
    PolicySyntaxException e = refusal(POLICY + " {}");
    assertThat(e.problem()).isEqualTo("Something follows the policy's closing brace");
    assertThat(e.position().line()).isEqualTo(10);
  }

  @Test
  void refusesAnUnknownKeyByNameAndPlace() {
    assertThat(refusal(POLICY.replace("\"Sid\"", "\"sid\"")))
        .hasMessageStartingWith("`sid` is no key of a statement, which has Sid, Effect,")
        .hasMessageEndingWith("(line 4, column 5, at Statement.sid)");
  }

  @Test
  void boundsDepth() {
    String deep = "[".repeat(40) + "]".repeat(40);
    assertThat(refusal("{\"Statement\": " + deep + "}").problem())
        .isEqualTo("A policy may nest at most 16 deep");
  }

  @Test
  void readsWhatIsAsDeepAsMayBe() {
    String deep = "[".repeat(15) + "]".repeat(15);
    assertThat(refusal("{\"Statement\": " + deep + "}").problem())
        .isEqualTo("A statement must be an object");
    assertThat(refusal("{\"Statement\": [" + deep + "]}").problem())
        .isEqualTo("A policy may nest at most 16 deep");
  }

  @Test
  void readsWhatIsAsLongAsMayBe() {
    String longest = POLICY + " ".repeat(131_072 - POLICY.length());
    assertThat(Document.parse(longest).statements()).hasSize(1);
    assertThat(refusal(longest + " ").problem())
        .isEqualTo("A policy may have at most 131072 characters, this has 131073");
  }

  @Test
  void boundsSize() {
    assertThat(refusal(POLICY + " ".repeat(131_072)).problem())
        .startsWith("A policy may have at most 131072 characters");
  }

  @Test
  void quotesOnlyTheBeginningOfALongName() {
    PolicySyntaxException e = refusal("{\"" + "k".repeat(1_000) + "\": 1}");
    assertThat(e.problem()).startsWith("`" + "k".repeat(80) + "…` is no key of a policy");
    String fits = "k".repeat(80);
    assertThat(refusal("{\"" + fits + "\": 1}").problem()).startsWith("`" + fits + "` is no key");
  }

  private static PolicySyntaxException refusal(String text) {
    return catchThrowableOfType(PolicySyntaxException.class, () -> Document.parse(text));
  }

  @Test
  void saysWhatIsWrongWithJsonAndNothingOfTheParser() {
    assertThatThrownBy(() -> Document.parse("{"))
        .hasMessage(
            "Not JSON: Unexpected end-of-input: expected close marker for Object"
                + " (line 1, column 2)");
  }
}
