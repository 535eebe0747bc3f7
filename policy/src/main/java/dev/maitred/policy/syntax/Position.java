package dev.maitred.policy.syntax;

/**
 * A place in a policy text.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param offset characters before it, counted from 0
 */
public record Position(int line, int column, int offset) {
  /** Where every text begins. */
  public static final Position START = new Position(1, 1, 0);

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
