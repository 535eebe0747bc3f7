package dev.maitred.wire.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a query string, decoded, in the order in which they came. */
public final class QueryString {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /** The parameters that a query string holds. */
  public static QueryString parse(String raw) {
    QueryString query = new QueryString();
    for (String pair : raw.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
        query.values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
      }
    }
    return query;
  }

  /**
   * The text that percent-encoded UTF-8 stands for.
   *
   * @throws dev.maitred.wire.AwsError with {@code MALFORMED_BODY} for a broken escape or bytes that
   *     are not UTF-8
   */
  static String decode(String raw, boolean plusIsSpace) {
    if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0 && raw.chars().allMatch(c -> c < 128)) {
      return raw;
    }
    byte[] in = raw.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%') {
        out.put(escaped(in, i));
        i += 2;
      } else {
        out.put(plusIsSpace && in[i] == '+' ? (byte) ' ' : in[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
    } catch (CharacterCodingException e) {
      throw Malformed.body("The address is not in UTF-8");
    }
  }

  private static byte escaped(byte[] in, int at) {
    int high = at + 2 < in.length ? Character.digit(in[at + 1], 16) : -1;
    int low = at + 2 < in.length ? Character.digit(in[at + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw Malformed.body("The address is not percent-encoded rightly");
    }
    return (byte) (high << 4 | low);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The first value of every parameter. */
  public Map<String, String> firsts() {
    Map<String, String> firsts = new LinkedHashMap<>();
    values.forEach((name, all) -> firsts.put(name, all.getFirst()));
    return firsts;
  }

  /** Every value of a parameter. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
