package dev.maitred.wire.sigv4;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding as Signature Version 4 wants it: every byte but the unreserved characters of RFC
 * 3986 becomes {@code %XX}, with capital letters.
 */
final class PercentCoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentCoding() {}

  /**
   * The bytes that {@code text} stands for; a {@code %} that begins no escape stands for itself.
   */
  static byte[] decode(String text, boolean plusIsSpace) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      if (isEscape(in, i)) {
        out.write(HexFormat.fromHexDigit(in[i + 1]) << 4 | HexFormat.fromHexDigit(in[i + 2]));
        i += 2;
      } else {
        out.write(plusIsSpace && in[i] == '+' ? ' ' : in[i]);
      }
    }
    return out.toByteArray();
  }

  /** Encodes every byte of {@code bytes}, slashes included. */
  static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      append(out, b, false);
    }
    return out.toString();
  }

  /** Encodes every byte of {@code path} except slashes: what is encoded already is so twice. */
  static String encodePath(String path) {
    StringBuilder out = new StringBuilder(path.length() + 16);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      append(out, b, true);
    }
    return out.toString();
  }

  /**
   * Encodes a path once, however much of it was encoded when it was sent. {@code %2F} stays, since
   * clients that send it sign it.
   */
  static String encodePathOnce(String path) {
    byte[] in = path.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(in.length + 16);
    for (int i = 0; i < in.length; i++) {
      if (isEscape(in, i)) {
        byte b =
            (byte) (HexFormat.fromHexDigit(in[i + 1]) << 4 | HexFormat.fromHexDigit(in[i + 2]));
        append(out, b, false);
        i += 2;
      } else {
        append(out, in[i], true);
      }
    }
    return out.toString();
  }

  private static boolean isEscape(byte[] in, int at) {
    return in[at] == '%'
        && at + 2 < in.length
        && HexFormat.isHexDigit(in[at + 1])
        && HexFormat.isHexDigit(in[at + 2]);
  }

  private static void append(StringBuilder out, byte b, boolean keepSlash) {
    if (isUnreserved(b) || keepSlash && b == '/') {
      out.append((char) b);
    } else {
      HEX.toHexDigits(out.append('%'), b);
    }
  }

  private static boolean isUnreserved(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '-'
        || b == '_'
        || b == '.'
        || b == '~';
  }
}
