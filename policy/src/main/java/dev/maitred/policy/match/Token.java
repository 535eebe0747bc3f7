package dev.maitred.policy.match;

import dev.maitred.policy.request.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of a pattern. */
sealed interface Token {
  /** Those among {@code tokens} that are variables. */
  static List<Variable> variables(List<Token> tokens) {
    return tokens.stream().filter(Variable.class::isInstance).map(Variable.class::cast).toList();
  }

  /** Text that stands for itself. */
  record Literal(String text) implements Token {}

  /** {@code *}: any run of characters, the empty one too. */
  record AnyRun() implements Token {}

  /** {@code ?}: exactly one character (UTF-16 unit). */
  record AnyOne() implements Token {}

  /**
   * {@code ${key}} or {@code ${key, 'default'}}.
   *
   * @param key in lower case
   */
  record Variable(String key, Optional<String> otherwise) implements Token {
    /** Its value: of keys with one value only; the default stands in for an empty one too. */
    @Nullable String value(Context context) {
      List<String> values = context.values(key).orElse(List.of());
      String given = otherwise.orElse(null);
      if (values.size() != 1 || (given != null && values.getFirst().isEmpty())) {
        return given;
      }
      return values.getFirst();
    }
  }
}
