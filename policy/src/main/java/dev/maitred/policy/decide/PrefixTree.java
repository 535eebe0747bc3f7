package dev.maitred.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A radix tree: values under texts, found for every text that begins with theirs. Case is ignored
 * in what is looked up; what is put in is in lower case.
 *
 * @param <V> the values
 */
final class PrefixTree<V> {
  private String label;
  private @Nullable V value;
  private List<PrefixTree<V>> children = new ArrayList<>();

  private PrefixTree(String label) {
    this.label = label;
  }

  /** A tree without values. */
  static <V> PrefixTree<V> empty() {
    return new PrefixTree<>("");
  }

  /** The value under {@code prefix}, made by {@code first} if there is none. */
  V under(String prefix, Supplier<V> first) {
    PrefixTree<V> node = node(prefix);
    V found = node.value;
    if (found == null) {
      found = first.get();
      node.value = found;
    }
    return found;
  }

  /** The node of a text below this one, made if need be; this node's label is behind it. */
  private PrefixTree<V> node(String text) {
    if (text.isEmpty()) {
      return this;
    }
    for (PrefixTree<V> child : children) {
      int shared = shared(child.label, text);
      if (shared > 0) {
        child.splitAt(shared);
        return child.node(text.substring(shared));
      }
    }
    PrefixTree<V> leaf = new PrefixTree<>(text);
    children.add(leaf);
    return leaf;
  }

  private static int shared(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int shared = 0;
    while (shared < most && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return shared;
  }

  /** Moves what follows the first characters of the label into a child. */
  private void splitAt(int length) {
    if (length < label.length()) {
      PrefixTree<V> rest = new PrefixTree<>(label.substring(length));
      rest.value = value;
      rest.children = children;
      label = label.substring(0, length);
      value = null;
      children = new ArrayList<>(List.of(rest));
    }
  }

  /** The value under exactly the text that leads here. */
  @Nullable V value() {
    return value;
  }

  /** How many characters lead from the parent to here. */
  int length() {
    return label.length();
  }

  /** The child on the way of {@code text} from {@code at} on, if there is one. */
  @Nullable PrefixTree<V> next(String text, int at) {
    if (at == text.length()) {
      return null;
    }
    char first = Character.toLowerCase(text.charAt(at));
    for (int i = 0; i < children.size(); i++) {
      PrefixTree<V> child = children.get(i);
      if (child.label.charAt(0) == first) {
        boolean goesOn = text.regionMatches(true, at, child.label, 0, child.label.length());
        return goesOn ? child : null;
      }
    }
    return null;
  }
}
