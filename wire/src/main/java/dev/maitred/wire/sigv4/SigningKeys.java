package dev.maitred.wire.sigv4;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The signing keys used lately; deriving one costs four HMACs. Safe for use by many threads.
 *
 * <p>A key is found by the secret itself, so one that was replaced is never used again.
 */
final class SigningKeys {
  private static final int CAPACITY = 1000;

  private record Origin(String secret, Scope scope) {
    @Override
    public String toString() {
      return "Origin[" + scope + "]";
    }
  }

  private final Map<Origin, SigningKey> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Origin, SigningKey> eldest) {
          return size() > CAPACITY;
        }
      };

  SigningKey of(String secret, Scope scope) {
    synchronized (recent) {
      return recent.computeIfAbsent(
          new Origin(secret, scope), origin -> SigningKey.derive(origin.secret(), origin.scope()));
    }
  }
}
