package dev.maitred.objects.listing;

/** The order of keys: that of their UTF-8 bytes, which is the order of code points. */
final class KeyOrder {
  private static final int LAST_BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;

  private KeyOrder() {}

  /**
   * The least text that comes after every text starting with {@code prefix}, empty if there is
   * none.
   */
  static String after(String prefix) {
    String rest = prefix;
    while (!rest.isEmpty()) {
      int last = rest.codePointBefore(rest.length());
      rest = rest.substring(0, rest.length() - Character.charCount(last));
      if (last < Character.MAX_CODE_POINT) {
        return rest + Character.toString(next(last));
      }
    }
    return "";
  }

  private static int next(int codePoint) {
    return codePoint == LAST_BEFORE_SURROGATES ? Character.MAX_SURROGATE + 1 : codePoint + 1;
  }
}
