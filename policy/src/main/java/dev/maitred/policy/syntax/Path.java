package dev.maitred.policy.syntax;

import org.jspecify.annotations.Nullable;

/** The way from the root of a policy document to one element, as {@code Statement[0].Action}. */
public final class Path {
  /** The document itself. */
  public static final Path ROOT = new Path(null, "");

  private final @Nullable Path parent;
  private final String step;

  // Linked rather than joined: a path is built for every element and written out only in errors.
  private Path(@Nullable Path parent, String step) {
    this.parent = parent;
    this.step = step;
  }

  /** The member called {@code name} of this object. */
  public Path member(String name) {
    return new Path(this, parent == null ? name : "." + name);
  }

  /** The item at {@code index}, counted from 0, of this array. */
  public Path item(int index) {
    return new Path(this, "[" + index + "]");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Path at = this; at != null; at = at.parent) {
      text.insert(0, at.step);
    }
    return text.toString();
  }
}
