package dev.maitred.policy.match;

import dev.maitred.policy.request.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text of a policy to compare others with: literal, with wildcards, with policy variables. */
public final class Pattern {
  private final List<Token> tokens;
  private final Rules rules;
  private final @Nullable Glob fixed;

  private Pattern(List<Token> tokens, Rules rules) {
    this.tokens = tokens;
    this.rules = rules;
    boolean varies = tokens.stream().anyMatch(Token.Variable.class::isInstance);
    this.fixed = varies ? null : Glob.of(tokens);
  }

  /**
   * What a pattern's characters mean.
   *
   * @param wildcards whether {@code *} and {@code ?} act
   * @param variables whether {@code ${...}} acts
   * @param ignoreCase whether case is ignored; callers then pass texts in lower case
   */
  public record Rules(boolean wildcards, boolean variables, boolean ignoreCase) {}

  /** The pattern that {@code text} is. */
  public static Pattern of(String text, Rules rules) {
    String folded = rules.ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
    return new Pattern(Tokenizer.tokens(folded, rules), rules);
  }

  /** Whether it matches; unknown if it has a variable without a value in {@code context}. */
  public Truth matches(String text, Context context) {
    Glob glob = fixed != null ? fixed : resolve(context);
    return glob == null ? Truth.UNKNOWN : Truth.of(glob.matches(text));
  }

  private @Nullable Glob resolve(Context context) {
    List<Token> resolved = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      if (token instanceof Token.Variable variable) {
        String value = value(variable, context);
        if (value == null) {
          return null;
        }
        // A literal: wildcards in a substituted value do not act.
        resolved.add(new Token.Literal(rules.ignoreCase ? value.toLowerCase(Locale.ROOT) : value));
      } else {
        resolved.add(token);
      }
    }
    return Glob.of(resolved);
  }

  /** The variable's value: keys with one value only; a default stands in for an empty one too. */
  private static @Nullable String value(Token.Variable variable, Context context) {
    List<String> values = context.values(variable.key()).orElse(List.of());
    String otherwise = variable.otherwise().orElse(null);
    if (values.size() != 1 || (otherwise != null && values.getFirst().isEmpty())) {
      return otherwise;
    }
    return values.getFirst();
  }
}
