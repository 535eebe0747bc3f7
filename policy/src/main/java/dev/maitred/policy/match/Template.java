package dev.maitred.policy.match;

import dev.maitred.policy.request.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern with policy variables: runs with {@code *} between them, compared as a {@link Glob} is,
 * with the values where the variables stand.
 */
final class Template implements Pattern {
  private final List<Token.Variable> variables;
  private final List<Run> runs;

  private Template(List<Token.Variable> variables, List<Run> runs) {
    this.variables = variables;
    this.runs = runs;
  }

  static Template of(List<Token> tokens, boolean ignoreCase) {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i) instanceof Token.AnyRun) {
        runs.add(Run.of(tokens.subList(start, i), ignoreCase));
        start = i + 1;
      }
    }
    return new Template(Token.variables(tokens), List.copyOf(runs));
  }

  @Override
  public Truth matches(String text, Context context) {
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).value(context) == null) {
        return Truth.UNREADABLE;
      }
    }
    return Truth.of(fits(text, context));
  }

  private boolean fits(String text, Context context) {
    int head = runs.getFirst().length(context);
    int end = text.length() - runs.getLast().length(context);
    if (runs.size() == 1) {
      return end == 0 && runs.getFirst().isAt(text, 0, context);
    }
    return head <= end
        && runs.getFirst().isAt(text, 0, context)
        && runs.getLast().isAt(text, end, context)
        && middleFits(text, head, end, context);
  }

  private boolean middleFits(String text, int from, int end, Context context) {
    int at = from;
    for (int i = 1; i < runs.size() - 1 && at >= 0; i++) {
      at = runs.get(i).endOfFirst(text, at, end, context);
    }
    return at >= 0;
  }
}
