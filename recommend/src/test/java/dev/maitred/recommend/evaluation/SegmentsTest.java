package dev.maitred.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.recipe.Recipes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten users have four events of one of two items and a last one of the other. */
class SegmentsTest {

  private static final int USERS = 10;
  private static final int EVENTS = 5;
  private static final Recipe RECIPE = Recipes.named("aws-item-affinity").orElseThrow();

  @Test
  void countsTheRightUsersAmongTheAnswers() {
    var trial =
        Segments.trial(TrainingData.of(events()), Settings.defaults(RECIPE, 1)).orElseThrow();
    assertThat(((Segments) trial).segments())
        .extracting(Segments.Segment::users)
        .containsExactly(new int[] {1, 3, 5, 7, 9}, new int[] {0, 2, 4, 6, 8});
    assertThat(trial.measure(new Always(1), Progress.none()))
        .containsOnly(entry("coverage", 0.1), entry("hit_at_k", 0.5), entry("recall_at_k", 0.1));
  }

  private static Interactions events() {
    int[] at = IntStream.range(0, USERS * EVENTS).toArray();
    return Interactions.of(
        USERS,
        2,
        IntStream.of(at).map(event -> event / EVENTS).toArray(),
        IntStream.of(at)
            .map(event -> (event / EVENTS + (event % EVENTS == EVENTS - 1 ? 1 : 0)) % 2)
            .toArray(),
        IntStream.of(at).asLongStream().toArray());
  }

  /** Answers one user whatever it is asked. */
  private record Always(int user) implements Recommender {
    @Override
    public String recipe() {
      return "always";
    }

    @Override
    public int items() {
      return 2;
    }

    @Override
    public Ranking recommend(Query query) {
      return Ranking.unscored(new int[] {user});
    }

    @Override
    public Explanation explain(Query query, int item) {
      return Explanation.of(item, List.of());
    }

    @Override
    public void save(Path file) {
      throw new UnsupportedOperationException("never kept");
    }
  }
}
