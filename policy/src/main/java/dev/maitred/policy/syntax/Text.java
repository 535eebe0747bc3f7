package dev.maitred.policy.syntax;

/**
 * A piece of text in a policy, as its author wrote it.
 *
 * @param value escapes resolved; numbers and booleans as their JSON text
 * @param span where it stands
 * @param path the way to it
 */
public record Text(String value, Span span, Path path) {
  private static final int CLIP = 80;

  /** {@code text}, shortened so that an error message stays readable. */
  static String clip(String text) {
    return text.length() <= CLIP ? text : text.substring(0, CLIP) + "…";
  }

  @Override
  public String toString() {
    return value;
  }
}
