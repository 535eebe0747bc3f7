package dev.maitred.policy.syntax;

import java.util.Optional;

/**
 * A condition operator with its set prefix and ending, as {@code ForAnyValue:StringLikeIfExists}.
 *
 * @param quantifier how several values in the request are taken
 * @param operator the comparison
 * @param ifExists whether an absent key satisfies it
 */
public record ConditionOperator(Quantifier quantifier, Operator operator, boolean ifExists) {
  private static final String IF_EXISTS = "IfExists";

  /** How the values that a request has for one key are taken. */
  public enum Quantifier {
    /** The key has one value. */
    SINGLE(""),
    /** Each of the request's values must pass. */
    FOR_ALL_VALUES("ForAllValues:"),
    /** At least one of the request's values must pass. */
    FOR_ANY_VALUE("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
      this.prefix = prefix;
    }
  }

  /** The operator with this name; case is ignored. {@code Null} takes no prefix and no ending. */
  static Optional<ConditionOperator> named(String name) {
    Quantifier quantifier = quantifier(name);
    String rest = name.substring(quantifier.prefix.length());
    boolean ifExists = endsWithIgnoringCase(rest, IF_EXISTS);
    String bare = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
    boolean plain = quantifier == Quantifier.SINGLE && !ifExists;
    return Operator.named(bare)
        .filter(operator -> operator != Operator.NULL || plain)
        .map(operator -> new ConditionOperator(quantifier, operator, ifExists));
  }

  private static Quantifier quantifier(String name) {
    for (Quantifier quantifier :
        new Quantifier[] {Quantifier.FOR_ALL_VALUES, Quantifier.FOR_ANY_VALUE}) {
      if (name.regionMatches(true, 0, quantifier.prefix, 0, quantifier.prefix.length())) {
        return quantifier;
      }
    }
    return Quantifier.SINGLE;
  }

  private static boolean endsWithIgnoringCase(String text, String end) {
    return text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
  }

  @Override
  public String toString() {
    return quantifier.prefix + operator + (ifExists ? IF_EXISTS : "");
  }
}
