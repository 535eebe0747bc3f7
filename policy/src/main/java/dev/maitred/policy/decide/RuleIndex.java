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
 * <p>What the index leaves out does not match, for sure or in doubt, and of a doubt about {@code
 * Action} or {@code Resource} no Deny is presumed. Statements with {@code NotAction} or {@code
 * NotResource} are never left out.
 */
final class RuleIndex {
  static final RuleIndex EMPTY = new RuleIndex(List.of());

  /** So few are compared one by one faster than they are found; no index is made for them. */
  private static final int FEW = 4;

  /** A statement of more pairs of an action and a resource is found by its actions alone. */
  private static final int MOST_PAIRS = 256;

  private final List<Rule> rules;
  private final PrefixTree<PrefixTree<List<Integer>>> byAction = PrefixTree.empty();

  private RuleIndex(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    for (int number = 0; rules.size() > FEW && number < rules.size(); number++) {
      add(number, rules.get(number).statement());
    }
  }

  static RuleIndex of(List<Rule> rules) {
    return new RuleIndex(rules);
  }

  private void add(int number, CompiledStatement statement) {
    List<String> actions = Prefixes.of(statement.written().action());
    List<String> resources = Prefixes.of(statement.written().resource());
    boolean tooMany = (long) actions.size() * resources.size() > MOST_PAIRS;
    for (String action : actions) {
      PrefixTree<List<Integer>> byResource = byAction.under(action, PrefixTree::empty);
      for (String resource : tooMany ? Prefixes.ANY : resources) {
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
    int first = rules.size() <= FEW ? firstOf(request) : firstOf(request, byAction, 0);
    return first == rules.size() ? null : rules.get(first);
  }

  /** The number of the first that applies, one after the other; how many there are for none. */
  private int firstOf(Request request) {
    int number = 0;
    while (number < rules.size() && !rules.get(number).match(request).matches()) {
      number++;
    }
    return number;
  }

  // What fits best is asked first, on the way back: once it applies, no later rule is asked.
  private int firstOf(Request request, PrefixTree<PrefixTree<List<Integer>>> node, int at) {
    int end = at + node.length();
    var next = node.next(request.foldedAction(), end);
    int first = next == null ? rules.size() : firstOf(request, next, end);
    PrefixTree<List<Integer>> byResource = node.value();
    return byResource == null ? first : firstOf(request, byResource, 0, first);
  }

  private int firstOf(Request request, PrefixTree<List<Integer>> node, int at, int before) {
    int end = at + node.length();
    PrefixTree<List<Integer>> next = node.next(request.resource(), end);
    int first = next == null ? before : firstOf(request, next, end, before);
    List<Integer> numbers = node.value();
    return numbers == null ? first : firstOf(request, numbers, first);
  }

  private int firstOf(Request request, List<Integer> numbers, int before) {
    for (int i = 0; i < numbers.size() && numbers.get(i) < before; i++) {
      if (rules.get(numbers.get(i)).match(request).matches()) {
        return numbers.get(i);
      }
    }
    return before;
  }
}
