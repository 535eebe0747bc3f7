package dev.maitred.personalize.resource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The tokens of one listing.
 *
 * @param scope what tells the listing from every other; a token is good for one scope only
 */
public record NextToken(String scope) {

  /** A token that continues after entry {@code number}. */
  public String after(long number) {
    String text = number + " " + scope;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The entry to continue after, 0 without a token.
   *
   * @throws dev.maitred.wire.AwsError InvalidNextTokenException if the token is not one of this
   *     listing's
   */
  public long start(Optional<String> token) {
    return token.map(this::start).orElse(0L);
  }

  private long start(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      int blank = text.indexOf(' ');
      if (blank > 0 && text.substring(blank + 1).equals(scope)) {
        return Long.parseUnsignedLong(text.substring(0, blank));
      }
    } catch (IllegalArgumentException e) {
      // Neither Base64 nor a number: answered below.
    }
    throw PersonalizeErrors.invalidNextToken();
  }
}
