package dev.maitred.policy.syntax;

import java.util.List;

/**
 * An {@code Action}, {@code NotAction}, {@code Resource} or {@code NotResource} element.
 *
 * @param name the element's name as written
 * @param entries its values; a single string counts as a list of one; may be empty
 */
public record Listing(Text name, List<Text> entries) {
  /** Whether it stands for everything that is not listed. */
  public boolean negated() {
    return name.value().startsWith("Not");
  }
}
