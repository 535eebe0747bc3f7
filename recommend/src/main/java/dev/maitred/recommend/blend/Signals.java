package dev.maitred.recommend.blend;

import dev.maitred.recommend.linear.Few;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import dev.maitred.recommend.popularity.Popularity;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that speaks for or against each item in a situation, before it is weighed: the signals of the
 * components, one after the other. Immutable.
 */
final class Signals {

  /** Of more items than that, those that no component puts high are not looked at. */
  static final int MANY = 20_000;

  private final Popularity popularity;
  private final List<Component> components;
  private final int[] unknown;
  private final ScratchPool pool;

  /**
   * Some signals.
   *
   * @param popularity distinct users of each item; an item without any is not known
   * @param components what speaks
   */
  Signals(Popularity popularity, List<Component> components) {
    this.popularity = popularity;
    this.components = List.copyOf(components);
    this.unknown =
        IntStream.range(0, popularity.items())
            .filter(item -> popularity.users(item) == 0)
            .toArray();
    this.pool = new ScratchPool(popularity.items());
  }

  Popularity popularity() {
    return popularity;
  }

  List<Component> components() {
    return components;
  }

  /** The items that no event was of. */
  int[] unknown() {
    return unknown;
  }

  /** Those that also tell something of who has no history. */
  Signals cold() {
    return new Signals(
        popularity,
        Stream.concat(standings().stream(), lift().stream()).map(Component.class::cast).toList());
  }

  /** Memory for answers. */
  ScratchPool pool() {
    return pool;
  }

  /** Number of items, known or not. */
  int items() {
    return popularity.items();
  }

  /** Number of signals. */
  int count() {
    return components.stream().mapToInt(Component::signals).sum();
  }

  /** Whether an item had an event in training. */
  boolean knows(int item) {
    return popularity.users(item) > 0;
  }

  /** The cases whose next item is known. */
  List<HeldOut.Case> known(List<HeldOut.Case> cases) {
    return cases.stream().filter(held -> knows(held.next())).toList();
  }

  /** The standings among the components, popularity first. */
  List<Standing> standings() {
    return components.stream()
        .filter(Standing.class::isInstance)
        .map(Standing.class::cast)
        .toList();
  }

  /** What is known of users and requests, if that counts. */
  Optional<Lift> lift() {
    return components.stream().filter(Lift.class::isInstance).map(Lift.class::cast).findFirst();
  }

  /** What all components say in one situation. */
  Voices say(Asked asked) {
    return say(asked, new Scratch(items()));
  }

  /**
   * What all components say in one situation.
   *
   * @param scratch memory that the voices use until the next answer begins
   */
  Voices say(Asked asked, Scratch scratch) {
    return new Voices(
        this, components.stream().map(component -> component.says(asked, scratch)).toList());
  }

  /**
   * What all components say in one situation.
   *
   * @param voices one for each component
   */
  record Voices(Signals signals, List<Voice> voices) {

    /** The items that each component puts highest. */
    BitSet best(int most, IntPredicate allowed) {
      var best = new BitSet();
      for (Voice voice : voices) {
        voice.best(most, allowed, best::set);
      }
      return best;
    }

    /** The same in no order, and perhaps more than once. */
    Few listed(int most, IntPredicate allowed, Few into) {
      into.clear(0);
      for (Voice voice : voices) {
        voice.best(
            most,
            allowed,
            item -> {
              into.expect(1);
              into.add(item, 1);
            });
      }
      return into;
    }

    /**
     * Fills in the signals of some items.
     *
     * @param into for each signal {@code count} places
     */
    void fill(int[] items, int from, int count, float[][] into) {
      int first = 0;
      for (int at = 0; at < voices.size(); at++) {
        int end = first + signals.components.get(at).signals();
        voices.get(at).fill(items, from, count, Arrays.copyOfRange(into, first, end));
        first = end;
      }
    }

    /** Adds the weighed sum of all signals of every item. */
    void addAll(float[] weights, float[] scores) {
      int first = 0;
      for (int at = 0; at < voices.size(); at++) {
        voices.get(at).addAll(weights, first, scores);
        first += signals.components.get(at).signals();
      }
    }
  }

  void write(ModelWriter out) {
    popularity.write(out);
    out.putInt(components.size());
    components.forEach(component -> Component.write(component, out));
  }

  static Signals read(ModelReader in) {
    return new Signals(
        Popularity.read(in),
        IntStream.range(0, in.getInt()).mapToObj(at -> Component.read(in)).toList());
  }
}
