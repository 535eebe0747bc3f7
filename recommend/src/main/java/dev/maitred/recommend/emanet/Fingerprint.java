package dev.maitred.recommend.emanet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for values, which hardly any others share: a part of their SHA-256. */
final class Fingerprint {

  private static final int LETTERS = 32;
  private static final long PIECE = 1 << 16;

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a value by its text. */
  Fingerprint add(Object value) {
    digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  Fingerprint add(int[] values) {
    return add(values.length).add(MemorySegment.ofArray(values));
  }

  Fingerprint add(float[] values) {
    return add(values.length).add(MemorySegment.ofArray(values));
  }

  private Fingerprint add(MemorySegment values) {
    for (long from = 0; from < values.byteSize(); from += PIECE) {
      long size = Math.min(PIECE, values.byteSize() - from);
      digest.update(values.asSlice(from, size).toArray(ValueLayout.JAVA_BYTE));
    }
    return this;
  }

  String text() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS);
  }
}
