package dev.maitred.wire.sigv4;

import java.util.Arrays;
import java.util.Optional;

/** The forms of {@code aws-chunked}, by the word that stands for the body's hash. */
enum ChunkedForm {
  SIGNED("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", true, false),
  SIGNED_TRAILER("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", true, true),
  UNSIGNED_TRAILER("STREAMING-UNSIGNED-PAYLOAD-TRAILER", false, true);

  private final String word;
  private final boolean signed;
  private final boolean trailer;

  ChunkedForm(String word, boolean signed, boolean trailer) {
    this.word = word;
    this.signed = signed;
    this.trailer = trailer;
  }

  static Optional<ChunkedForm> of(String word) {
    return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
  }

  /** Whether every chunk carries a signature. */
  boolean signed() {
    return signed;
  }

  /** Whether headers follow the last chunk. */
  boolean trailer() {
    return trailer;
  }
}
