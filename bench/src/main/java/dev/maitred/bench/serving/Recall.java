package dev.maitred.bench.serving;

import dev.maitred.recommend.Query;
import dev.maitred.recommend.blend.Blend;
import java.util.Arrays;
import java.util.List;

/** What a blend that chooses candidates finds of what it would answer exactly. */
public final class Recall {

  private Recall() {}

  /**
   * The share of the exact answers' places, 0 to 1.
   *
   * @param places of each query
   */
  public static double of(Blend blend, List<Query> queries, int places) {
    Blend exact = blend.answering(Blend.Answer.CATALOGUE);
    long hits = 0;
    for (Query query : queries) {
      int[] wanted = exact.recommend(query).items();
      int[] found = blend.recommend(query).items();
      hits +=
          Arrays.stream(found).filter(one -> Arrays.stream(wanted).anyMatch(w -> w == one)).count();
    }
    return hits / (double) (places * queries.size());
  }
}
