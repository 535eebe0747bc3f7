package dev.maitred.policy.match;

import dev.maitred.policy.request.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a pattern's text apart.
 *
 * <p>Rules: IAM user guide, "IAM policy elements: Variables and tags". {@code ${*}}, {@code ${?}} and
 * {@code ${$}} are the characters themselves; a {@code ${} that is never closed is plain text.
 */
final class Tokenizer {
  private final String text;
  private final Pattern.Rules rules;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  private Tokenizer(String text, Pattern.Rules rules) {
    this.text = text;
    this.rules = rules;
  }

  static List<Token> tokens(String text, Pattern.Rules rules) {
    return new Tokenizer(text, rules).run();
  }

  private List<Token> run() {
    int at = 0;
    int lastClose = rules.variables() ? text.lastIndexOf('}') : -1;
    while (at < text.length()) {
      int close = at < lastClose && text.startsWith("${", at) ? text.indexOf('}', at) : -1;
      if (close > 0) {
        reference(text.substring(at + 2, close));
        at = close + 1;
      } else {
        character(text.charAt(at++));
      }
    }
    endLiteral();
    return List.copyOf(tokens);
  }

  private void character(char c) {
    if (rules.wildcards() && c == '*') {
      add(new Token.AnyRun());
    } else if (rules.wildcards() && c == '?') {
      add(new Token.AnyOne());
    } else {
      literal.append(c);
    }
  }

  private void reference(String inside) {
    if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
      literal.append(inside);
    } else {
      add(variable(inside));
    }
  }

  private static Token variable(String inside) {
    int comma = inside.indexOf(", '");
    if (comma < 0 || !inside.endsWith("'") || inside.length() < comma + 4) {
      return new Token.Variable(Context.fold(inside), Optional.empty());
    }
    String otherwise = inside.substring(comma + 3, inside.length() - 1);
    return new Token.Variable(Context.fold(inside.substring(0, comma)), Optional.of(otherwise));
  }

  private void add(Token token) {
    endLiteral();
    tokens.add(token);
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      tokens.add(new Token.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
