package dev.maitred.wire.sigv4;

import dev.maitred.wire.access.KeyRing;
import java.util.regex.Pattern;

/**
 * The {@code Credential} parameter of a signature: whose key signed, and for which scope.
 *
 * @param accessKeyId such as {@code AKIAIOSFODNN7EXAMPLE}
 * @param scope the rest
 */
record Credential(String accessKeyId, Scope scope) {
  private static final int ELEMENTS = 5;

  /** Bounded, so that what is remembered of keys that there are not stays small. */
  private static final Pattern KEY_ID = Pattern.compile("\\w{1,128}");

  /** Reads {@code keyid/date/region/service/aws4_request}. */
  static Credential parse(String text) {
    String[] elements = text.split("/", -1);
    if (elements.length != ELEMENTS || elements[0].isEmpty()) {
      throw SigV4Errors.incomplete(
          "Credential must have exactly 5 slash-delimited elements,"
              + " e.g. keyid/date/region/service/term.");
    }
    if (!KEY_ID.matcher(elements[0]).matches()) {
      throw KeyRing.unknownKey();
    }
    if (!elements[4].equals(Scope.TERMINATOR)) {
      throw SigV4Errors.incomplete(
          "Credential should be scoped with a valid terminator: '" + Scope.TERMINATOR + "'.");
    }
    return new Credential(elements[0], new Scope(elements[1], elements[2], elements[3]));
  }
}
