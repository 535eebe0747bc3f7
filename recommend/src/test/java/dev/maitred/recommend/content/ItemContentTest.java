package dev.maitred.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Features.Column;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Features.Texts;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingStopped;
import dev.maitred.recommend.linear.Scores;
import dev.maitred.recommend.linear.SparseRows;
import dev.maitred.recommend.sparse.SparseVectors;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemContentTest {

  private static final Column GENRES =
      Categories.of(
          "GENRES",
          List.of(
              List.of("horror"),
              List.of("horror"),
              List.of("comedy", "drama"),
              List.of("drama"),
              List.of(),
              List.of("comedy")));

  @Test
  void itemsWithTheSameWordsAreAlikeAndOthersAreNot() {
    SparseRows near = neighbours(GENRES);
    assertThat(near.at(0, 1)).isCloseTo(1, within(1e-6f));
    assertThat(near.at(2, 3)).isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
    assertThat(near.at(0, 2)).isZero();
  }

  @Test
  void stopsReadingTextsWhenTheTrainingStops() {
    Features items = new Features(200, List.of(texts(random(200, 40))));
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(() -> ItemContent.of(items, new StoppedProgress()));
  }

  @Test
  void noItemIsItsOwnNeighbour() {
    SparseRows near = neighbours(GENRES);
    assertThat(IntStream.range(0, 6)).allMatch(item -> near.at(item, item) == 0);
  }

  @Test
  void anItemWithoutMetadataHasNoNeighbours() {
    SparseRows near = neighbours(GENRES);
    assertThat(near.best(4, 10, any -> true)).isEmpty();
    assertThat(near.best(0, 10, any -> true)).containsExactly(1);
    assertThat(ItemContent.of(new Features(6, List.of(GENRES)), Progress.none()).known(4))
        .isFalse();
  }

  @Test
  void withoutMetadataNothingIsKnown() {
    var content = ItemContent.of(Features.none(3), Progress.none());
    assertThat(content.known()).isFalse();
    assertThat(content.neighbours(5, Progress.none()).size()).isZero();
  }

  @Test
  void whatAllItemsShareSaysNothing() {
    var same = Categories.of("TYPE", IntStream.range(0, 6).mapToObj(i -> List.of("film")).toList());
    assertThat(ItemContent.of(new Features(6, List.of(same)), Progress.none()).known()).isFalse();
    assertThat(
            ItemContent.of(
                    new Features(6, List.of(new Numbers("N", new double[6]))), Progress.none())
                .known())
        .isFalse();
    assertThat(neighbours(GENRES, same)).usingRecursiveComparison().isEqualTo(neighbours(GENRES));
  }

  @Test
  void whenAnItemWasCreatedIsNotContent() {
    var created = new Numbers("CREATION_TIMESTAMP", new double[] {1, 2, 3, 4, 5, 6});
    assertThat(ItemContent.of(new Features(6, List.of(created)), Progress.none()).known())
        .isFalse();
  }

  @Test
  void nearNumbersAreMoreAlikeThanFarOnesAndMissingOnesAreUnknown() {
    double[] prices = IntStream.range(0, 40).mapToDouble(item -> Math.exp(item)).toArray();
    prices[39] = Double.NaN;
    SparseRows near = neighbours(new Numbers("PRICE", prices));
    assertThat(near.at(10, 11)).isGreaterThan(near.at(10, 14)).isPositive();
    assertThat(near.at(10, 30)).isZero();
    assertThat(near.best(39, 40, any -> true)).isEmpty();
  }

  @Test
  void rareWordsSayMoreThanFrequentOnes() {
    SparseRows near =
        neighbours(
            new Texts(
                "TITLE",
                List.of("the quay", "the town", "a quay", "the sea", "the hill", "the wood", "")));
    assertThat(near.at(0, 2)).isGreaterThan(near.at(0, 1));
  }

  @Test
  void formsOfAWordAreAlike() {
    SparseRows near =
        neighbours(new Texts("TITLE", List.of("heating", "heater", "cooling", "", "window")));
    assertThat(near.best(0, 1, any -> true)).containsExactly(1);
  }

  @Test
  void isTheCosineOfTheVectors() {
    SparseVectors vectors = random(60, 20);
    SparseRows near =
        SparseRows.compute(60, 200, Progress.none(), WordIndex.of(vectors, 1000)::neighbours);
    for (int one = 0; one < 60; one++) {
      for (int other = 0; other < 60; other++) {
        double cosine = one == other ? 0 : product(vectors, one, other);
        assertThat((double) near.at(one, other)).isCloseTo(cosine, within(1e-5));
      }
    }
  }

  @Test
  void withLittleTimeItLooksAtTheRarestWordsAndAtMostThatMuch() {
    SparseVectors vectors = random(60, 20);
    SparseRows near =
        SparseRows.compute(60, 200, Progress.none(), WordIndex.of(vectors, 5)::neighbours);
    for (int row = 0; row < 60; row++) {
      assertThat(near.columns(row)).hasSizeBetween(1, 5);
    }
  }

  @Test
  void relabellingItemsRelabelsNeighbours() {
    SparseVectors vectors = random(30, 12);
    var features = new Features(30, List.of(texts(vectors)));
    int[] order = IntStream.range(0, 30).map(item -> (item * 7 + 3) % 30).toArray();
    SparseRows near = ItemContent.of(features, Progress.none()).neighbours(30, Progress.none());
    SparseRows again =
        ItemContent.of(features.pick(order), Progress.none()).neighbours(30, Progress.none());
    for (int one = 0; one < 30; one++) {
      for (int other = 0; other < 30; other++) {
        assertThat(again.at(one, other))
            .isCloseTo(near.at(order[one], order[other]), within(1e-5f));
      }
    }
  }

  @Test
  void isTheSameWhateverTheNumberOfThreads() throws Exception {
    var content =
        ItemContent.of(new Features(200, List.of(texts(random(200, 40)))), Progress.none());
    try (var alone = new ForkJoinPool(1);
        var crowd = new ForkJoinPool(5)) {
      SparseRows one = alone.submit(() -> content.neighbours(9, Progress.none())).get();
      SparseRows two = crowd.submit(() -> content.neighbours(9, Progress.none())).get();
      assertThat(two).usingRecursiveComparison().isEqualTo(one);
    }
  }

  @Test
  void scoresByTheLatestItemsMost() {
    var transitions =
        ItemContent.of(new Features(6, List.of(GENRES)), Progress.none())
            .transitions(Progress.none());
    float[] scores = Scores.of(transitions, 6, 3, 0);
    assertThat(scores[1]).isGreaterThan(scores[2]).isGreaterThan(scores[5]);
    assertThat(scores[2]).isPositive();
  }

  @Test
  void stopsWhenAsked() {
    var content = ItemContent.of(new Features(6, List.of(GENRES)), Progress.none());
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(() -> content.neighbours(3, new StoppedProgress()));
  }

  private static SparseRows neighbours(Column... columns) {
    return ItemContent.of(new Features(columns[0].rows(), List.of(columns)), Progress.none())
        .neighbours(100, Progress.none());
  }

  private static Texts texts(SparseVectors vectors) {
    return new Texts(
        "TEXT",
        IntStream.range(0, vectors.rows())
            .mapToObj(
                row ->
                    IntStream.range(vectors.first()[row], vectors.first()[row + 1])
                        .mapToObj(at -> Integer.toString(1000 + vectors.place()[at]))
                        .reduce("", (one, other) -> one + " " + other))
            .toList());
  }

  private static SparseVectors random(int rows, int width) {
    var random = new SplittableRandom(4);
    int[][] words = new int[rows][];
    Arrays.setAll(words, row -> random.ints(1 + random.nextInt(4), 0, width).toArray());
    return SparseVectors.counted(width, words).ofLength(1);
  }

  private static double product(SparseVectors vectors, int one, int other) {
    double sum = 0;
    for (int at = vectors.first()[one]; at < vectors.first()[one + 1]; at++) {
      for (int to = vectors.first()[other]; to < vectors.first()[other + 1]; to++) {
        if (vectors.place()[at] == vectors.place()[to]) {
          sum += (double) vectors.value()[at] * vectors.value()[to];
        }
      }
    }
    return sum;
  }
}
