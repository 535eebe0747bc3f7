package dev.maitred.policy.match;

import dev.maitred.policy.request.Context;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two stars of a pattern. It is asked only in contexts in which its variables
 * have values; wildcards in those do not act.
 */
final class Run {
  private final List<Token> tokens;
  private final boolean ignoreCase;
  private final @Nullable Piece fixed;

  private Run(List<Token> tokens, boolean ignoreCase) {
    this.tokens = tokens;
    this.ignoreCase = ignoreCase;
    this.fixed = Token.variables(tokens).isEmpty() ? piece(Context.empty()) : null;
  }

  /** The run of these tokens, none of which is a star. */
  static Run of(List<Token> tokens, boolean ignoreCase) {
    return new Run(List.copyOf(tokens), ignoreCase);
  }

  int length(Context context) {
    int length = 0;
    for (int i = 0; i < tokens.size(); i++) {
      length += length(tokens.get(i), context);
    }
    return length;
  }

  /** Whether it stands at {@code offset}, from where on the subject is no shorter than it. */
  boolean isAt(String subject, int offset, Context context) {
    int at = offset;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (!(token instanceof Token.AnyOne) && !subject.startsWith(text(token, context), at)) {
        return false;
      }
      at += length(token, context);
    }
    return true;
  }

  /** The end of its first occurrence within {@code [from, to)}, or -1. */
  int endOfFirst(String subject, int from, int to, Context context) {
    Piece piece = fixed == null ? piece(context) : fixed;
    return piece.endOfFirst(subject, from, to);
  }

  // A search needs the whole text beforehand, so that it ends in time whatever the values are.
  private Piece piece(Context context) {
    Piece.Builder piece = new Piece.Builder();
    for (Token token : tokens) {
      if (token instanceof Token.AnyOne) {
        piece.addAny();
      } else {
        piece.add(text(token, context));
      }
    }
    return piece.build();
  }

  private int length(Token token, Context context) {
    return token instanceof Token.AnyOne ? 1 : text(token, context).length();
  }

  private String text(Token token, Context context) {
    return switch (token) {
      case Token.Literal literal -> literal.text();
      case Token.Variable variable -> value(variable, context);
      case Token.AnyOne _, Token.AnyRun _ ->
          throw new IllegalArgumentException("no text: " + token);
    };
  }

  private String value(Token.Variable variable, Context context) {
    String value = Objects.requireNonNull(variable.value(context), variable.key());
    return ignoreCase ? value.toLowerCase(Locale.ROOT) : value;
  }
}
