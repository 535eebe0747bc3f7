package dev.maitred.policy.match;

import dev.maitred.policy.request.Context;
import java.util.List;
import java.util.Locale;

/** A text of a policy to compare others with: literal, with wildcards, with policy variables. */
public sealed interface Pattern permits Glob, Template {
  /**
   * What a pattern's characters mean.
   *
   * @param wildcards whether {@code *} and {@code ?} act
   * @param variables whether {@code ${...}} acts
   * @param ignoreCase whether case is ignored; callers then pass texts in lower case
   */
  record Rules(boolean wildcards, boolean variables, boolean ignoreCase) {}

  /** The pattern that {@code text} is. */
  static Pattern of(String text, Rules rules) {
    String folded = rules.ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
    List<Token> tokens = Tokenizer.tokens(folded, rules);
    return Token.variables(tokens).isEmpty()
        ? Glob.of(tokens)
        : Template.of(tokens, rules.ignoreCase());
  }

  /** Whether it matches; unknown if it has a variable without a value in {@code context}. */
  Truth matches(String text, Context context);
}
