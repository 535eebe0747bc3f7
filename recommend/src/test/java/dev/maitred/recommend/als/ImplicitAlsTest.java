package dev.maitred.recommend.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingStopped;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training, as who trains notices it. */
class ImplicitAlsTest {

  private static final ImplicitAls ALS = ImplicitAls.DEFAULT.ofRank(8);

  @TempDir private Path folder;

  @Test
  void likesTheKindThatAUserLikes() {
    ItemFactors model = trained(Tastes.some());
    float[] scores = Tastes.scores(model, new int[] {12, 15, 17});
    for (int item : new int[] {10, 11, 13, 14}) {
      assertThat(scores[item]).isGreaterThan(scores[2]).isGreaterThan(scores[22]);
    }
  }

  @Test
  void anotherOrderOfTheUsersChangesNothing() {
    Interactions data = Tastes.some();
    int[] order = Tastes.shuffled(data.users(), 3);
    var user = new int[data.events()];
    for (int each = 0; each < data.users(); each++) {
      for (int event = data.firstEvent()[each]; event < data.firstEvent()[each + 1]; event++) {
        user[event] = order[each];
      }
    }
    var others =
        Interactions.of(data.users(), data.items(), user, data.item().clone(), data.time());
    assertThat(Tastes.scores(trained(others), new int[] {1, 2}))
        .containsExactly(Tastes.scores(trained(data), new int[] {1, 2}), within(1e-3f));
  }

  @Test
  void otherNumbersForTheItemsGiveTheSameScores() {
    int[] numbers = Tastes.shuffled(Tastes.ITEMS, 4);
    float[] scores = Tastes.scores(trained(Tastes.some()), new int[] {1, 2});
    ItemFactors other = trained(Tastes.of(numbers, Tastes.USERS));
    float[] relabelled = Tastes.scores(other, new int[] {numbers[1], numbers[2]});
    for (int item = 0; item < Tastes.ITEMS; item++) {
      assertThat(relabelled[numbers[item]]).isCloseTo(scores[item], within(1e-3f));
    }
  }

  @Test
  void itemsThatNobodyHadChangeNothing() {
    Interactions data = Tastes.some();
    var more =
        new Interactions(
            data.users(), data.items() + 50, data.firstEvent(), data.item(), data.time());
    float[] scores = Tastes.scores(trained(more), new int[] {1, 2});
    assertThat(scores).startsWith(Tastes.scores(trained(data), new int[] {1, 2}));
    assertThat(scores[data.items() + 1]).isZero();
  }

  @Test
  void givesTheSameBytesWhateverTheNumberOfThreads() throws IOException {
    assertThat(written(1)).isEqualTo(written(5));
  }

  private byte[] written(int threads) throws IOException {
    try (var pool = new ForkJoinPool(threads)) {
      ItemFactors model = pool.submit(() -> trained(Tastes.some())).join();
      Path file = folder.resolve("model-" + threads);
      ModelWriter.write(file, "als", model::write);
      return Files.readAllBytes(file);
    }
  }

  @Test
  void isReadAsItWasWritten() {
    ItemFactors model = trained(Tastes.some()).remembering(0.5, 3);
    Path file = folder.resolve("model");
    ModelWriter.write(file, "als", model::write);
    ItemFactors read = ModelReader.read(file, ItemFactors::read);
    int[] history = {1, 2, 3, 4, 20};
    assertThat(Tastes.scores(read, history)).isEqualTo(Tastes.scores(model, history));
    assertThat(read.parts(history, 5)).isEqualTo(model.parts(history, 5));
  }

  @Test
  void anotherSeedGivesAnotherModel() {
    Preferences preferences = Preferences.of(Tastes.some());
    assertThat(ALS.train(preferences, 1, Progress.none()).factors())
        .isNotEqualTo(ALS.train(preferences, 2, Progress.none()).factors());
  }

  @Test
  void goingOnIsAsIfItHadNeverStopped() {
    Preferences preferences = Preferences.of(Tastes.some());
    ItemFactors former = ALS.iterating(3).train(preferences, 1, Progress.none());
    ItemFactors next = ALS.iterating(4).goOn(former, preferences, Progress.none());
    assertThat(next.factors())
        .isEqualTo(ALS.iterating(7).train(preferences, 1, Progress.none()).factors());
  }

  @Test
  void newItemsJoinAFormerModel() {
    Interactions data = Tastes.some();
    int fresh = data.items();
    int[] items = data.item().clone();
    for (int user = 0; user < data.users(); user += 3) {
      items[data.firstEvent()[user]] = fresh;
    }
    var more = new Interactions(data.users(), fresh + 1, data.firstEvent(), items, data.time());
    ItemFactors next = ALS.iterating(2).goOn(trained(data), Preferences.of(more), Progress.none());
    float[] liked = Tastes.scores(next, new int[] {0, 1, 2});
    assertThat(liked[fresh]).isGreaterThan(Tastes.scores(next, new int[] {20, 21, 22})[fresh]);
  }

  @Test
  void isSaneForDataOfAnySize() {
    sane(Interactions.of(0, 0, new int[0], new int[0], new long[0]));
    sane(Interactions.of(3, 3, new int[0], new int[0], new long[0]));
    sane(Interactions.of(1, 1, new int[1], new int[1], new long[1]));
    sane(Interactions.of(1, 4, new int[3], new int[] {0, 1, 3}, new long[3]));
    sane(Interactions.of(3, 1, new int[] {0, 1, 2}, new int[3], new long[3]));
    sane(Interactions.of(1, 2, new int[500], new int[500], new long[500]));
  }

  private static void sane(Interactions data) {
    for (ImplicitAls als :
        List.of(ALS, new ImplicitAls(3, 2, 1e-9, 1, 0), new ImplicitAls(70, 2, 1e-9, 0, 10))) {
      ItemFactors model = als.train(Preferences.of(data), 1, Progress.none());
      int[] history = data.users() == 0 ? new int[0] : data.history(0);
      for (float score : Tastes.scores(model, history)) {
        assertThat(score).isFinite();
      }
      assertThat(Tastes.scores(model, new int[0])).containsOnly(new float[data.items()]);
      for (int item = 0; item < data.items(); item++) {
        assertThat(model.parts(history, item)).hasSize(history.length).doesNotContain(Float.NaN);
      }
    }
  }

  @Test
  void tellsALossThatNeverRises() {
    var details = new ArrayList<String>();
    ALS.train(
        Preferences.of(Tastes.some()), 1, (component, fraction, detail) -> details.add(detail));
    List<Double> losses =
        details.stream()
            .filter(detail -> detail.contains("loss"))
            .map(detail -> Double.valueOf(detail.split(" ")[3]))
            .toList();
    assertThat(losses).hasSize(ALS.iterations()).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void stopsWhenAsked() {
    assertThatThrownBy(() -> ALS.train(Preferences.of(Tastes.some()), 1, new StoppedProgress()))
        .isInstanceOf(TrainingStopped.class);
  }

  private static ItemFactors trained(Interactions data) {
    return ALS.train(Preferences.of(data), 1, Progress.none());
  }
}
