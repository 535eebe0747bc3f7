package dev.maitred.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.policy.request.Context;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PatternTest {
  private static final Pattern.Rules WILDCARDS = new Pattern.Rules(true, false, false);

  @Property
  void matchesWhatTheRegularExpressionMatches(
      @ForAll @Chars({'*', '?'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 12)
          String pattern,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 16) String text) {
    assertThat(matches(pattern, text)).isEqualTo(text.matches(regex(pattern)));
  }

  @Property(tries = 5_000)
  void takesTheValueOfAVariableAsItIs(
      @ForAll @Chars({'*', '?', 'v'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 8)
          String pattern,
      @ForAll @Chars({'*', '?'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 3)
          String value,
      @ForAll @Chars({'*', '?'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 12)
          String text) {
    Pattern.Rules rules = new Pattern.Rules(true, true, false);
    Context context = Context.of(Map.of("v", List.of(value)));
    String expected = regex(pattern).replace("v", java.util.regex.Pattern.quote(value));
    assertThat(Pattern.of(pattern.replace("v", "${v}"), rules).matches(text, context))
        .isEqualTo(Truth.of(text.matches(expected)));
  }

  @Test
  void searchesNeedlesLongerThanAWord() {
    String needle = "ab".repeat(100);
    assertThat(matches("*" + needle + "c*", "ab".repeat(150) + "cab")).isTrue();
    assertThat(matches("*" + needle + "c*", "ab".repeat(99) + "cab")).isFalse();
    assertThat(matches("*" + needle.replace('b', '?') + "c*", "ab".repeat(150) + "cab")).isTrue();
  }

  @Test
  void searchesNeedlesAboutAsLongAsAWord() {
    for (int length = 62; length <= 66; length++) {
      String needle = "?".repeat(length - 2) + "ab";
      assertThat(matches("*" + needle + "*", "a".repeat(length) + "b")).isTrue();
      assertThat(matches("*" + needle + "*", "a".repeat(length - 2) + "b")).isFalse();
    }
  }

  @Test
  void takesNoCharacterTwice() {
    assertThat(matches("*ab*bc*", "abc")).isFalse();
    assertThat(matches("*ab*bc*", "abbc")).isTrue();
    assertThat(matches("*b*b*", "abc")).isFalse();
    assertThat(matches("*b*b*", "abcb")).isTrue();
    assertThat(matches("ab*ba", "aba")).isFalse();
    assertThat(matches("*ab**ab*", "abcd")).isFalse();
    assertThat(matches("*?*?*", "a")).isFalse();
    assertThat(matches("*?*?*", "ab")).isTrue();
    assertThat(matches("*a*", "a")).isTrue();
  }

  @Test
  void anAdversarialPatternEnds() {
    String pattern = "*a".repeat(3_000) + "b*";
    assertThat(matches(pattern, "a".repeat(100_000))).isFalse();
  }

  private static boolean matches(String pattern, String text) {
    return Pattern.of(pattern, WILDCARDS).matches(text, Context.empty()) == Truth.TRUE;
  }

  private static String regex(String pattern) {
    return pattern
        .chars()
        .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : String.valueOf((char) c))
        .collect(Collectors.joining());
  }
}
