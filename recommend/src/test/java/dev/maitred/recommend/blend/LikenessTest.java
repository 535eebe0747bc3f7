package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Exploration;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.content.ItemContent;
import dev.maitred.recommend.exploration.Newcomers;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.popularity.Popularity;
import dev.maitred.recommend.recipe.SampleInteractions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Content that foresees nothing: of the known items only one is like the newcomers of even number,
 * and of no use to the blend.
 */
class LikenessTest {

  private static final int NEW = 100;
  private static final int KNOWN = SampleInteractions.WORLD.data().items();
  private static final Interactions EVENTS = wider();
  private static final TrainingData DATA =
      new TrainingData(EVENTS, genres(), Features.none(EVENTS.users()));
  private static final BlendTraining TRAINING =
      new BlendTraining(
          "aws-user-personalization-v2",
          Blend.Answer.CATALOGUE,
          List.of(
              Trainer.of(
                  "popularity",
                  1,
                  false,
                  (data, progress) -> Standing.ofUsers(Popularity.of(data.events()))),
              new ContentTrainer(ItemContent.of(DATA.items(), Progress.none()))),
          UnaryOperator.identity(),
          1);
  private static final int LIKED = 3;

  @TempDir private Path folder;

  private static Blend blend;

  @BeforeAll
  static void train() {
    blend =
        (Blend) TRAINING.rehearse(DATA, Progress.none()).performance().train(DATA, Progress.none());
  }

  @Test
  void guidesExplorationThoughTheBlendDoesWithoutIt() {
    assertThat(blend.signals().components())
        .extracting(Component::name)
        .containsExactly("popularity");
    assertPrefersWhatIsLike(blend);
  }

  @Test
  void isWrittenAndReadWithTheModel() {
    blend.save(folder.resolve("model"));
    assertPrefersWhatIsLike(ModelReader.read(folder.resolve("model"), Blend::read));
  }

  @Test
  void isThereAfterAnUpdate() {
    int[] same = IntStream.range(0, EVENTS.items()).toArray();
    assertPrefersWhatIsLike(
        TRAINING.update(blend, same, DATA, Newcomers.of(DATA), Progress.none()));
  }

  private static void assertPrefersWhatIsLike(Blend blend) {
    long now = Arrays.stream(EVENTS.time()).max().orElseThrow();
    long like = 0;
    long unlike = 0;
    for (int seed = 0; seed < 100; seed++) {
      Ranking answer =
          blend.recommend(
              Query.ofHistory(new int[] {LIKED}, 5).exploring(new Exploration(1, 30, now, seed)));
      for (int item : answer.items()) {
        like += item >= KNOWN && item % 2 == 0 ? 1 : 0;
        unlike += item >= KNOWN && item % 2 == 1 ? 1 : 0;
      }
    }
    assertThat(like).isGreaterThan(2 * unlike);
  }

  private static Features genres() {
    return new Features(
        EVENTS.items(),
        List.of(
            Features.Categories.of(
                "GENRE",
                IntStream.range(0, EVENTS.items()).mapToObj(LikenessTest::genre).toList())));
  }

  private static List<String> genre(int item) {
    if (item < KNOWN) {
      return item == LIKED ? List.of("even") : List.of();
    }
    return List.of(item % 2 == 0 ? "even" : "odd");
  }

  private static Interactions wider() {
    Interactions events = SampleInteractions.WORLD.data();
    return new Interactions(
        events.users(), KNOWN + NEW, events.firstEvent(), events.item(), events.time());
  }
}
