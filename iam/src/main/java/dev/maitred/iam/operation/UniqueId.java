package dev.maitred.iam.operation;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Identifiers and secrets, drawn at random in AWS's forms and lengths. */
public final class UniqueId {
  private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String SECRET_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final SecureRandom RANDOM = new SecureRandom();

  private UniqueId() {}

  /** An entity's unique id: 21 characters, of which {@code prefix} is the first four. */
  public static String entity(String prefix) {
    return prefix + draw(ID_ALPHABET, 17);
  }

  /**
   * An access key id: 20 characters, {@code AKIA…} for a long-term key, {@code ASIA…} for a
   * session.
   */
  public static String accessKey(String prefix) {
    return prefix + draw(ID_ALPHABET, 16);
  }

  /** A secret access key: 40 characters, 240 random bits. */
  public static String secret() {
    return draw(SECRET_ALPHABET, 40);
  }

  /** A session token: opaque, 1,536 random bits. */
  public static String sessionToken() {
    return draw(SECRET_ALPHABET, 256);
  }

  private static String draw(String alphabet, int length) {
    return RANDOM
        .ints(length, 0, alphabet.length())
        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
        .collect(Collectors.joining());
  }
}
