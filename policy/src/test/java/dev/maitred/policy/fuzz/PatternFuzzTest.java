package dev.maitred.policy.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.maitred.policy.match.ArnPattern;
import dev.maitred.policy.match.Pattern;
import dev.maitred.policy.match.Truth;
import dev.maitred.policy.naive.NaiveStatement;
import dev.maitred.policy.naive.NaiveText;
import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Any pattern matches what the naive matcher says, and no pattern takes long. */
class PatternFuzzTest {
  /** Above this the naive matcher's table would be the slow one. */
  private static final long CELLS = 10_000;

  /**
   * The lines of {@code data} are a pattern, a text to compare with, and the value of the variable
   * {@code v} if it has one.
   */
  @FuzzTest
  void matchesWhatTheNaiveMatcherMatches(byte[] data) {
    String[] lines = new String(data, ISO_8859_1).split("\n", 3);
    if (lines.length > 1) {
      Context context =
          lines.length > 2 ? Context.of(Map.of("v", List.of(lines[2]))) : Context.empty();
      patterns(lines[0], lines[1], context);
      arns(lines[0], lines[1], context);
    }
  }

  private static void patterns(String pattern, String text, Context context) {
    for (boolean variables : new boolean[] {true, false}) {
      for (boolean ignoreCase : new boolean[] {true, false}) {
        Pattern.Rules rules = new Pattern.Rules(true, variables, ignoreCase);
        String subject = ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
        Truth truth = Pattern.of(pattern, rules).matches(subject, context);
        if (isSmall(pattern, text)) {
          assertThat(truth).isEqualTo(naive(pattern, subject, context, rules));
        }
      }
    }
  }

  private static Truth naive(String pattern, String text, Context context, Pattern.Rules rules) {
    Optional<String> whole =
        rules.variables() ? NaiveText.substitute(pattern, context) : Optional.of(pattern);
    return whole
        .map(known -> rules.ignoreCase() ? known.toLowerCase(Locale.ROOT) : known)
        .map(known -> Truth.of(NaiveText.like(known, text)))
        .orElse(Truth.UNREADABLE);
  }

  private static void arns(String pattern, String text, Context context) {
    Optional<Arn> arn = Arn.parse(text);
    assertThat(arn.isPresent()).isEqualTo(NaiveStatement.isArn(text));
    for (boolean fold : new boolean[] {true, false}) {
      matching(pattern, true, fold, arn, context);
      Optional<Truth> truth = matching(pattern, false, fold, arn, context);
      if (truth.isPresent() && isSmall(pattern, text)) {
        assertThat(truth).contains(Truth.of(NaiveStatement.arnLike(pattern, text, fold)));
      }
    }
  }

  private static Optional<Truth> matching(
      String pattern, boolean variables, boolean fold, Optional<Arn> arn, Context context) {
    Optional<ArnPattern> read =
        fold
            ? ArnPattern.ofResource(pattern, variables, true)
            : ArnPattern.ofCondition(pattern, variables);
    if (!variables) {
      assertThat(read.isPresent()).isEqualTo(NaiveStatement.isPattern(pattern, fold));
    }
    return read.flatMap(given -> arn.map(named -> given.matches(named, context)));
  }

  private static boolean isSmall(String pattern, String text) {
    return (long) pattern.length() * text.length() < CELLS && pattern.length() < 2_000;
  }
}
