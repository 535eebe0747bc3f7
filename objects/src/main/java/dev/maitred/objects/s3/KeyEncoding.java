package dev.maitred.objects.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@code encoding-type=url}: keys, prefixes and delimiters percent-encoded, so that XML can carry
 * every one of them.
 */
public final class KeyEncoding {
  private final boolean url;

  private KeyEncoding(boolean url) {
    this.url = url;
  }

  /** The encoding of that name; every name but {@code url} means none. */
  public static KeyEncoding of(@Nullable String name) {
    return new KeyEncoding("url".equals(name));
  }

  /** The text as it is answered; null stays null. */
  public @Nullable String apply(@Nullable String text) {
    return text == null || !url
        ? text
        : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
