package dev.maitred.policy.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A {@code Principal} or {@code NotPrincipal} element.
 *
 * @param name the element's name as written
 * @param entries everyone it names; {@code "*"} counts as {@code {"AWS": "*"}}
 */
public record PrincipalListing(Text name, List<Entry> entries) {
  /** Whether it stands for everyone who is not listed. */
  public boolean negated() {
    return name.value().startsWith("Not");
  }

  /** The kinds of principal, named as the keys of the element. */
  public enum Kind {
    AWS("AWS"),
    SERVICE("Service"),
    FEDERATED("Federated"),
    CANONICAL_USER("CanonicalUser");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    static Optional<Kind> named(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
  }

  /** One named principal. */
  public record Entry(Kind kind, Text id) {}
}
