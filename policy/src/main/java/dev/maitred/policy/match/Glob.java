package dev.maitred.policy.match;

import dev.maitred.policy.request.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern without policy variables: pieces of text with {@code *} between them.
 *
 * <p>The first piece must start the text, the last must end it, and each piece between is taken
 * where it first occurs after the one before, which finds a match if there is any.
 */
final class Glob implements Pattern {
  private final Piece first;
  private final Piece last;
  private final Piece[] between;
  private final boolean literal;
  private final int minLength;

  private Glob(List<Piece> pieces) {
    this.first = pieces.getFirst();
    this.last = pieces.getLast();
    this.literal = pieces.size() == 1;
    this.between =
        literal ? new Piece[0] : pieces.subList(1, pieces.size() - 1).toArray(Piece[]::new);
    this.minLength = pieces.stream().mapToInt(Piece::length).sum();
  }

  /** The glob of these tokens, none of which is a variable. */
  static Glob of(List<Token> tokens) {
    List<Piece> pieces = new ArrayList<>();
    Piece.Builder piece = new Piece.Builder();
    for (Token token : tokens) {
      switch (token) {
        case Token.Literal literal -> piece.add(literal.text());
        case Token.AnyOne _ -> piece.addAny();
        case Token.AnyRun _ -> {
          pieces.add(piece.build());
          piece = new Piece.Builder();
        }
        case Token.Variable variable ->
            throw new IllegalArgumentException("unresolved variable " + variable.key());
      }
    }
    pieces.add(piece.build());
    return new Glob(pieces);
  }

  @Override
  public Truth matches(String text, Context context) {
    return Truth.of(fits(text));
  }

  private boolean fits(String text) {
    if (literal) {
      return text.length() == minLength && first.isAt(text, 0);
    }
    if (text.length() < minLength || !first.isAt(text, 0)) {
      return false;
    }
    int end = text.length() - last.length();
    boolean ends = end == text.length() || last.isAt(text, end);
    return ends && middleFits(text, first.length(), end);
  }

  private boolean middleFits(String text, int from, int end) {
    int at = from;
    for (int i = 0; i < between.length && at >= 0; i++) {
      at = between[i].endOfFirst(text, at, end);
    }
    return at >= 0;
  }
}
