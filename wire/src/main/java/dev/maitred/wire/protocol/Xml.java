package dev.maitred.wire.protocol;

/** A growing XML document. */
final class Xml {
  private final StringBuilder text = new StringBuilder(512);

  static Xml document() {
    Xml xml = new Xml();
    xml.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return xml;
  }

  Xml open(String name) {
    text.append('<').append(name).append('>');
    return this;
  }

  /** Opens an element with attributes, given as name, value, name, value, … */
  Xml open(String name, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      text.append('"');
    }
    text.append('>');
    return this;
  }

  Xml close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  Xml element(String name, String content) {
    open(name);
    escape(content);
    return close(name);
  }

  Xml content(String content) {
    escape(content);
    return this;
  }

  /** Characters that XML 1.0 cannot hold at all are written as references, as S3 writes them. */
  private void escape(String content) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        default -> {
          if (c < ' ' && c != '\n' && c != '\t' || c == '\u0085' || c == '\u2028') {
            text.append("&#x").append(Integer.toHexString(c)).append(';');
          } else {
            text.append(c);
          }
        }
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
