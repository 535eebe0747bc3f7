package dev.maitred.policy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.maitred.policy.decide.Policy;
import dev.maitred.policy.syntax.ContextKeys;
import dev.maitred.policy.syntax.Document;
import dev.maitred.policy.syntax.Listing;
import dev.maitred.policy.syntax.PolicySyntaxException;
import dev.maitred.policy.syntax.Position;
import dev.maitred.policy.syntax.PrincipalListing;
import dev.maitred.policy.syntax.Span;
import dev.maitred.policy.syntax.Statement;
import dev.maitred.policy.syntax.Text;
import dev.maitred.policy.validate.MalformedPolicyDocument;
import dev.maitred.policy.validate.PolicyValidator;
import java.util.Optional;
import java.util.stream.Stream;

/** Any text is a policy, or is refused with the place where it is none. */
class ParserFuzzTest {
  @FuzzTest
  void readsOrRefuses(byte[] data) {
    String text = new String(data, UTF_8);
    try {
      read(text, Document.parse(text));
    } catch (PolicySyntaxException refusal) {
      refused(text, refusal);
    }
  }

  private static void refused(String text, PolicySyntaxException refusal) {
    assertThat(refusal.problem()).isNotBlank();
    assertThat(refusal.position().offset()).isBetween(0, text.length());
    if (refusal.isJson()) {
      assertThat(refusal.position()).isEqualTo(placeOf(text, refusal.position().offset()));
    }
    assertThat(PolicyValidator.identityPolicy(text).map(MalformedPolicyDocument::message))
        .contains("Syntax errors in policy.");
    assertThat(PolicyValidator.trustPolicy(text, _ -> true)).isPresent();
  }

  private static void read(String text, Document document) {
    assertThat(document.statements()).isNotEmpty();
    document.statements().forEach(statement -> liesWithin(text, statement.span()));
    document.statements().stream().flatMap(ParserFuzzTest::texts).forEach(t -> standsIn(text, t));
    assertThat(ContextKeys.of(document)).doesNotContain("");
    storedIsUsable(text, PolicyValidator.identityPolicy(text));
    storedIsUsable(text, PolicyValidator.trustPolicy(text, _ -> true));
  }

  /** What would be stored can be decided by. */
  private static void storedIsUsable(String text, Optional<MalformedPolicyDocument> refusal) {
    if (refusal.isEmpty()) {
      assertThatCode(() -> Policy.parse(text)).doesNotThrowAnyException();
    }
  }

  private static Stream<Text> texts(Statement statement) {
    return Stream.of(
            statement.sid().stream(),
            Stream.of(statement.effect()),
            statement.principal().stream().map(PrincipalListing::name),
            statement.principal().stream().flatMap(p -> p.entries().stream()).map(e -> e.id()),
            entries(statement.action()),
            entries(statement.resource()),
            statement.conditions().stream().flatMap(c -> Stream.of(c.operatorText(), c.key())),
            statement.conditions().stream().flatMap(condition -> condition.values().stream()))
        .flatMap(texts -> texts);
  }

  private static Stream<Text> entries(Optional<Listing> listing) {
    return listing.stream()
        .flatMap(given -> Stream.concat(Stream.of(given.name()), given.entries().stream()));
  }

  private static void standsIn(String text, Text part) {
    liesWithin(text, part.span());
    String written = text.substring(part.span().start().offset(), part.span().end().offset());
    if (written.indexOf('\\') < 0) {
      assertThat(written).isIn(part.value(), "\"" + part.value() + "\"");
    }
  }

  private static void liesWithin(String text, Span span) {
    assertThat(span.start().offset()).isLessThan(span.end().offset());
    assertThat(span.end().offset()).isLessThanOrEqualTo(text.length());
    assertThat(span.start()).isEqualTo(placeOf(text, span.start().offset()));
    assertThat(span.end()).isEqualTo(placeOf(text, span.end().offset()));
  }

  private static Position placeOf(String text, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      boolean ends =
          text.charAt(i) == '\n' || text.charAt(i) == '\r' && !text.startsWith("\n", i + 1);
      if (ends) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Position(line, offset - lineStart + 1, offset);
  }
}
