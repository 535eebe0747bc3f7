package dev.maitred.recommend.emanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.maitred.recommend.Checkpoint;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.model.ModelWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that is killed goes on from its last checkpoint, as if nothing had happened. */
class CheckpointTest {
  private static final int ITEMS = 40;
  private static final int USERS = 200;
  private static final int EVENTS = 40;

  @TempDir private Path folder;

  /** The process was killed. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static TrainingData data(long seed) {
    return data(seed, ITEMS);
  }

  private static TrainingData data(long seed, int items) {
    int size = USERS * EVENTS;
    var random = new SplittableRandom(seed);
    return new TrainingData(
        Interactions.of(
            USERS,
            items,
            IntStream.range(0, size).map(at -> at / EVENTS).toArray(),
            IntStream.range(0, size).map(at -> random.nextInt(1, items)).toArray(),
            IntStream.range(0, size).asLongStream().toArray(),
            words("DEVICE", size, 3)),
        words("GENRE", items, 4),
        words("GENDER", USERS, 2));
  }

  private static Features words(String name, int rows, int words) {
    var column =
        Categories.of(
            name, IntStream.range(0, rows).mapToObj(row -> List.of("w" + row % words)).toList());
    return new Features(rows, List.of(column));
  }

  private EmaNet train(TrainingData data, Progress progress) {
    // A loss that tells of the network, so that the best epoch is some epoch.
    return EmaNetTraining.train(
            data,
            32,
            1,
            network -> OptionalDouble.of(network.score(new int[] {1, 2}, new int[0], 3)),
            progress)
        .orElseThrow();
  }

  private static Progress killedAt(int telling) {
    var tellings = new int[1];
    return (component, fraction, detail) -> {
      if (tellings[0]++ == telling) {
        throw new Killed();
      }
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void endsWithTheSameBytesHoweverOftenItIsKilled(long seed) throws IOException {
    EmaNet undisturbed = train(data(1), Progress.none());
    var random = new SplittableRandom(seed);
    int kills = 0;
    for (int attempt = 0; attempt < 5; attempt++) {
      try {
        train(data(1), killedAt(random.nextInt(1, 25)).keeping(Checkpoint.in(folder)));
      } catch (Killed e) {
        kills++;
      }
    }
    EmaNet interrupted = train(data(1), Progress.none().keeping(Checkpoint.in(folder)));
    assertThat(kills).isPositive();
    assertThat(bytes(interrupted)).isEqualTo(bytes(undisturbed));
  }

  @Test
  void goesOnInsteadOfBeginningAnew() {
    List<Double> first = fractions(data(1));
    List<Double> again = fractions(data(1));
    assertThat(first.getFirst()).isZero();
    assertThat(again).containsExactly(first.getLast());
  }

  @Test
  void passesOverTheCheckpointOfOtherData() {
    fractions(data(1));
    assertThat(fractions(data(2)).getFirst()).isZero();
  }

  /** The vectors of 1,100 items are a large array, which is checked only when it is read. */
  @ParameterizedTest
  @ValueSource(ints = {ITEMS, 1_100})
  void passesOverADamagedCheckpoint(int items) throws IOException {
    TrainingData data = data(1, items);
    EmaNet undisturbed = train(data, Progress.none().keeping(Checkpoint.in(folder)));
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 4 * 3] ^= 1;
        Files.write(file, content);
      }
    }
    assertThat(bytes(train(data, Progress.none().keeping(Checkpoint.in(folder)))))
        .isEqualTo(bytes(undisturbed));
  }

  @Test
  void trainsWhereNothingCanBeKept() throws IOException {
    Path file = Files.writeString(folder.resolve("no-folder"), "");
    EmaNet network = train(data(1), Progress.none().keeping(Checkpoint.in(file)));
    assertThat(network.items()).isEqualTo(ITEMS);
  }

  @Test
  void aPartOfTheProgressKeepsInTheSamePlace() {
    Checkpoint checkpoint = Checkpoint.in(folder);
    assertThat(Progress.none().keeping(checkpoint).part(0, 0.5).checkpoint()).isSameAs(checkpoint);
    assertThatExceptionOfType(Killed.class)
        .isThrownBy(() -> killedAt(0).keeping(checkpoint).part(0, 0.5).at("", 0, ""));
  }

  private List<Double> fractions(TrainingData data) {
    var told = new ArrayList<Double>();
    Progress progress = (component, fraction, detail) -> told.add(fraction);
    train(data, progress.keeping(Checkpoint.in(folder)));
    return told;
  }

  private byte[] bytes(EmaNet network) throws IOException {
    Path file = folder.resolve("network");
    ModelWriter.write(file, "test", network::write);
    return Files.readAllBytes(file);
  }
}
