package dev.maitred.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Toy Story (1995); toy story 1995",
        "ÅNGSTRÖM ångström; ångström ångström",
        "ﬁne １２; fine 12",
        "Ёлки-2; ёлки 2",
        "हिन्दी फ़िल्म; हिन्दी फ़िल्म",
        "東京物語; 東京 京物 物語",
        "寅; 寅",
        "iPhone用ケース; iphone 用ケ ケー ース",
        "𝔘𝔫𝔦 😀 code; uni code"
      })
  void findsWordsOfAnyScript(String text, String words) {
    String expected = java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFKC);
    assertThat(String.join(" ", Words.of(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "…!?", "😀", "\uD83D", "\u0301"})
  void hasNoWordsWhereThereAreNone(String text) {
    assertThat(Words.of(text)).allMatch(word -> !word.isBlank());
    assertThat(Words.trigrams(text)).allMatch(word -> !word.isBlank());
  }

  @Test
  void trigramsKnowWhereWordsBeginAndEnd() {
    assertThat(Words.trigrams("Red, a")).containsExactly(" re", "red", "ed ", " a ");
  }
}
