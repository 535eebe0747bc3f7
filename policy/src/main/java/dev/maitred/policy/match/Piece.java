package dev.maitred.policy.match;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A run of characters in a glob, some of which may be {@code ?}. */
final class Piece {
  private final String text;
  private final @Nullable BitSet any;
  private volatile @Nullable ShiftAnd search;

  private Piece(String text, @Nullable BitSet any) {
    this.text = text;
    this.any = any;
  }

  int length() {
    return text.length();
  }

  /** Whether it stands at {@code offset}. */
  boolean isAt(String subject, int offset) {
    if (any == null) {
      return subject.startsWith(text, offset);
    }
    for (int i = 0; i < text.length(); i++) {
      if (!any.get(i) && subject.charAt(offset + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The end of its first occurrence within {@code [from, to)}, or -1. */
  int endOfFirst(String subject, int from, int to) {
    if (text.isEmpty()) {
      return from;
    }
    if (any == null && text.length() == 1) {
      int found = subject.indexOf(text.charAt(0), from, to);
      return found < 0 ? -1 : found + 1;
    }
    return search().endOfFirst(subject, from, to);
  }

  // Made on first use: only pieces between two stars are ever searched for.
  private ShiftAnd search() {
    ShiftAnd made = search;
    if (made == null) {
      made = new ShiftAnd(text, any == null ? new BitSet() : any);
      search = made;
    }
    return made;
  }

  /** Collects a piece. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private @Nullable BitSet any;

    void add(String literal) {
      text.append(literal);
    }

    void addAny() {
      if (any == null) {
        any = new BitSet();
      }
      any.set(text.length());
      text.append('?');
    }

    Piece build() {
      return new Piece(text.toString(), any);
    }
  }
}
