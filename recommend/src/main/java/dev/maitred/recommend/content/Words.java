package dev.maitred.recommend.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The words of a text in any script: runs of letters, digits and the marks on them, in compatible
 * form (NFKC) and lower case. Scripts that write no spaces give every two neighbouring letters as a
 * word, as search engines do for Chinese.
 */
final class Words {

  private static final int GRAM = 3;

  /** Written in both Japanese syllabaries, so it counts to no script. */
  private static final int LONG_VOWEL = 'ー';

  private static final Set<Character.UnicodeScript> WITHOUT_SPACES =
      Set.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.LAO,
          Character.UnicodeScript.KHMER,
          Character.UnicodeScript.MYANMAR);

  private Words() {}

  /** All words of a text in order. */
  static List<String> of(String text) {
    var words = new ArrayList<String>();
    runs(text, word -> words.addAll(spaced(word) ? List.of(word) : grams(word, 2)));
    return words;
  }

  /** All runs of three letters inside the words of a text, a blank before and after each word. */
  static List<String> trigrams(String text) {
    var trigrams = new ArrayList<String>();
    runs(text, word -> trigrams.addAll(grams(" " + word + " ", GRAM)));
    return trigrams;
  }

  private static void runs(String text, Consumer<String> word) {
    int[] letters =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .toArray();
    int from = 0;
    for (int at = 1; at <= letters.length; at++) {
      if (at == letters.length || !together(letters[at - 1], letters[at])) {
        if (belongs(letters[from])) {
          word.accept(new String(letters, from, at - from));
        }
        from = at;
      }
    }
  }

  private static boolean together(int one, int next) {
    return belongs(one) == belongs(next) && (modifies(next) || spaced(one) == spaced(next));
  }

  private static boolean belongs(int letter) {
    return Character.isLetterOrDigit(letter) || modifies(letter);
  }

  /** Whether it belongs to the letter before it, as accents do. */
  private static boolean modifies(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean spaced(String word) {
    return spaced(word.codePointAt(0));
  }

  private static boolean spaced(int letter) {
    return letter != LONG_VOWEL && !WITHOUT_SPACES.contains(Character.UnicodeScript.of(letter));
  }

  private static List<String> grams(String word, int length) {
    int[] letters = word.codePoints().toArray();
    if (letters.length <= length) {
      return List.of(word);
    }
    var grams = new ArrayList<String>();
    for (int at = 0; at + length <= letters.length; at++) {
      grams.add(new String(letters, at, length));
    }
    return grams;
  }
}
