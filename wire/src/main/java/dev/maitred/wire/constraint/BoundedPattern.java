package dev.maitred.wire.constraint;

import java.util.regex.Pattern;

/**
 * A regular expression of a model that gives up on a text after so many steps: some of AWS's
 * patterns, matched by backtracking, take time that grows with the cube of the text's length.
 */
final class BoundedPattern {
  /** Characters looked at; a few milliseconds. A text that fits is matched in far fewer. */
  private static final int MOST_STEPS = 1_000_000;

  private final Pattern pattern;

  private BoundedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  static BoundedPattern of(String regex) {
    return new BoundedPattern(Pattern.compile(regex));
  }

  /** Whether the whole text fits, as far as that could be found out. */
  boolean matches(String text) {
    try {
      return pattern.matcher(new Counted(text)).matches();
    } catch (TooManySteps e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return pattern.toString();
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("", null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
