package dev.maitred.policy.decide;

import dev.maitred.policy.match.Prefixes;
import dev.maitred.policy.request.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements in their order, found by action and resource: a request is compared with those only
 * whose actions and resources begin as its own do.
 *
 * <p>What the index leaves out does not match: a statement in doubt about its action or resource
 * does not apply either.
 */
final class RuleIndex {
  static final RuleIndex EMPTY = new RuleIndex(List.of());

  private final List<Rule> rules;
  private final PrefixTree<PrefixTree<List<Integer>>> byAction = PrefixTree.empty();

  private RuleIndex(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    for (int number = 0; number < rules.size(); number++) {
      add(number, rules.get(number).statement());
    }
  }

  static RuleIndex of(List<Rule> rules) {
    return new RuleIndex(rules);
  }

  private void add(int number, CompiledStatement statement) {
    for (String action : Prefixes.of(statement.written().action())) {
      PrefixTree<List<Integer>> byResource = byAction.under(action, PrefixTree::empty);
      for (String resource : Prefixes.of(statement.written().resource())) {
        byResource.under(resource, ArrayList::new).add(number);
      }
    }
  }

  /** The rules in their order. */
  List<Rule> rules() {
    return rules;
  }

  /** The first rule that applies. */
  @Nullable Rule first(Request request) {
    String action = request.foldedAction();
    int first = rules.size();
    int at = 0;
    for (var node = byAction; node != null; node = node.next(action, at)) {
      at += node.length();
      PrefixTree<List<Integer>> byResource = node.value();
      if (byResource != null) {
        first = first(request, byResource, first);
      }
    }
    return first == rules.size() ? null : rules.get(first);
  }

  private int first(Request request, PrefixTree<List<Integer>> byResource, int before) {
    String resource = request.resource();
    int first = before;
    int at = 0;
    for (var node = byResource; node != null; node = node.next(resource, at)) {
      at += node.length();
      List<Integer> numbers = node.value();
      if (numbers != null) {
        first = first(request, numbers, first);
      }
    }
    return first;
  }

  private int first(Request request, List<Integer> numbers, int before) {
    for (int i = 0; i < numbers.size() && numbers.get(i) < before; i++) {
      if (rules.get(numbers.get(i)).match(request).matches()) {
        return numbers.get(i);
      }
    }
    return before;
  }
}
