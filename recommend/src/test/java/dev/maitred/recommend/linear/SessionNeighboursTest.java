package dev.maitred.recommend.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionNeighboursTest {

  private static final int ITEMS = 12;

  @TempDir private Path folder;

  @Test
  void findsTheSessionsThatTheDefinitionSays() {
    Interactions data = random(90);
    int[] history = {1, 0, 4, 0, 2};
    var past = PastSessions.of(data, 1_000, Progress.none());
    var near = Neighbourhood.of(history, past);
    assertThat(near).hasSizeGreaterThan(40).hasSizeLessThan(100);
    for (var neighbour : near) {
      int from = past.first()[neighbour.session()];
      int[] items = Arrays.copyOfRange(past.item(), from, past.first()[neighbour.session() + 1]);
      double similarity = 0;
      for (int event = 0; event < history.length; event++) {
        int wanted = history[event];
        if (IntStream.of(items).anyMatch(item -> item == wanted)) {
          similarity += Math.pow(0.75, history.length - 1 - event);
        }
      }
      assertThat((double) neighbour.similarity()).isCloseTo(similarity, within(1e-5));
    }
  }

  @Test
  void anItemThatFollowsCountsMoreThanOneThatWentBefore() {
    // Each of four sessions has the items once, so all are equally rare.
    var scores = scores(sessions(new int[][] {{1, 0, 2}, {1, 0, 2}, {3, 4}}, 5), 0);
    assertThat(scores[2]).isGreaterThan(scores[1]);
    assertThat(scores[1]).isPositive();
    assertThat(scores[3]).isZero();
  }

  @Test
  void onlyTheNewestSessionsOfAnItemCount() {
    var lists = new int[1_500][];
    Arrays.setAll(lists, at -> at < 500 ? new int[] {0, 1} : new int[] {0, 2});
    var scores = scores(sessions(lists, 3), 0);
    assertThat(scores[1]).isZero();
    assertThat(scores[2]).isPositive();
  }

  @Test
  void partsAddUpToTheScoreAlsoWhenListsAreCutOff() {
    for (Interactions data : new Interactions[] {random(90), random(4_000)}) {
      var model = SessionNeighbours.train(data, Progress.none());
      int[] history = {3, 1, 0, 4, 0, 2};
      float[] scores = Scores.of(model, ITEMS, history);
      for (int item = 0; item < ITEMS; item++) {
        float sum = 0;
        for (float part : model.parts(history, item)) {
          sum += part;
        }
        assertThat(sum).isCloseTo(scores[item], within(1e-5f * Math.max(1, scores[item])));
      }
    }
  }

  @Test
  void relabelledItemsGetRelabelledScores() {
    Interactions data = random(90);
    int[] other = Arrays.stream(data.item()).map(item -> ITEMS - 1 - item).toArray();
    var relabelled = new Interactions(data.users(), ITEMS, data.firstEvent(), other, data.time());
    float[] scores = scores(data, 3, 5);
    float[] mirrored = scores(relabelled, ITEMS - 4, ITEMS - 6);
    for (int item = 0; item < ITEMS; item++) {
      assertThat(mirrored[ITEMS - 1 - item]).isEqualTo(scores[item]);
    }
  }

  @Test
  void readsWhatItWrote() {
    HistoryModel model = SessionNeighbours.train(random(90), Progress.none());
    Path file = folder.resolve("model");
    ModelWriter.write(file, "test", model::write);
    HistoryModel read = ModelReader.read(file, HistoryModel::read);
    assertThat(Scores.of(read, ITEMS, 1, 2)).isEqualTo(Scores.of(model, ITEMS, 1, 2));
    assertThat(read.name()).isEqualTo(model.name());
  }

  @Test
  void knowsNothingOfAnItemThatNobodyHad() {
    Interactions data = sessions(new int[][] {{0, 1}, {1}}, 3);
    assertThat(scores(data, 2)).containsOnly(0);
    assertThat(scores(data)).containsOnly(0);
    assertThat(scores(sessions(new int[][] {}, 3), 1)).containsOnly(0);
  }

  private static float[] scores(Interactions data, int... history) {
    return Scores.of(SessionNeighbours.train(data, Progress.none()), data.items(), history);
  }

  private static Interactions random(int users) {
    var random = new SplittableRandom(1);
    var lists = new int[users][];
    Arrays.setAll(lists, at -> random.ints(1 + at % 5, 0, ITEMS).toArray());
    return sessions(lists, ITEMS);
  }

  /** A session each, one later than the other. */
  private static Interactions sessions(int[][] lists, int items) {
    int[] user =
        IntStream.range(0, lists.length)
            .flatMap(at -> IntStream.generate(() -> at).limit(lists[at].length))
            .toArray();
    int[] item = Arrays.stream(lists).flatMapToInt(Arrays::stream).toArray();
    long[] time = IntStream.of(user).asLongStream().toArray();
    return Interactions.of(lists.length, items, user, item, time);
  }
}
