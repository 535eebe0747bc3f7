package dev.maitred.policy.match;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern with wildcards: pieces of text with {@code *} between them.
 *
 * <p>The first piece must start the text, the last must end it, and each piece between is taken
 * where it first occurs after the one before, which finds a match if there is any.
 */
final class Glob {
  private final List<Piece> pieces;
  private final int minLength;

  private Glob(List<Piece> pieces) {
    this.pieces = pieces;
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
    return new Glob(List.copyOf(pieces));
  }

  boolean matches(String text) {
    if (pieces.size() == 1) {
      return text.length() == minLength && pieces.getFirst().isAt(text, 0);
    }
    Piece last = pieces.getLast();
    int end = text.length() - last.length();
    return text.length() >= minLength
        && pieces.getFirst().isAt(text, 0)
        && last.isAt(text, end)
        && middleFits(text, pieces.getFirst().length(), end);
  }

  private boolean middleFits(String text, int from, int end) {
    int at = from;
    for (int i = 1; i < pieces.size() - 1; i++) {
      at = pieces.get(i).endOfFirst(text, at, end);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }
}
