package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.Query;
import dev.maitred.recommend.RecipeType;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What a model is asked about a case: the user's next items, with the last one to find company for
 * and what is known of the user; a recipe that orders lists is given all items that may be right.
 */
record Questions(RecipeType type, Holdout holdout) {

  Query of(Case one) {
    int[] input = one.input();
    BitSet had = holdout.repeats() ? new BitSet() : Ranks.set(input);
    Query query =
        type == RecipeType.PERSONALIZED_RANKING
            ? Query.ofList(input, allowed(had))
            : Query.ofHistory(input, 0);
    return query
        .at(input[input.length - 1])
        .where(item -> !had.get(item))
        .by(holdout.training().users().row(one.user()));
  }

  /** What can be right: nothing that the user had, unless items may come again. */
  BitSet truth(Case one) {
    BitSet truth = Ranks.set(one.truth());
    if (!holdout.repeats()) {
      truth.andNot(Ranks.set(one.input()));
    }
    return truth;
  }

  private int[] allowed(BitSet had) {
    return IntStream.range(0, holdout.training().events().items())
        .filter(item -> !had.get(item))
        .toArray();
  }
}
