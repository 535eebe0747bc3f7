package dev.maitred.policy.condition;

import dev.maitred.policy.match.Truth;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The BinaryEquals operator: bytes, written as base64 in policy and request. */
final class BinaryComparison {
  private BinaryComparison() {}

  static Comparison of(String value) {
    return bytes(value)
        .<Comparison>map(
            policy ->
                (text, _) ->
                    bytes(text)
                        .map(request -> Truth.of(Arrays.equals(request, policy)))
                        .orElse(Truth.UNREADABLE))
        .orElse(Comparison.UNREADABLE);
  }

  private static Optional<byte[]> bytes(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
