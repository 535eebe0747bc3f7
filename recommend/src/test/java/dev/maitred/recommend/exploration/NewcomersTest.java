package dev.maitred.recommend.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewcomersTest {

  private static final Interactions EVENTS =
      Interactions.of(
          1,
          4,
          new int[18],
          IntStream.range(0, 18).map(at -> at < 16 ? 0 : 1).toArray(),
          IntStream.range(0, 18).mapToLong(at -> 1_000 + at).toArray());

  @Test
  void anItemIsThereSinceItsCreationElseItsFirstEventElseNow() {
    var created =
        new Numbers(
            "CREATION_TIMESTAMP", new double[] {7, Double.NaN, Double.NaN, 5_000_000_000.0});
    var data = new TrainingData(EVENTS, new Features(4, List.of(created)), Features.none(1));
    assertThat(Newcomers.of(data).since()).containsExactly(7, 1_016, 1_017, 5_000_000_000L);
    assertThat(Newcomers.of(TrainingData.of(EVENTS)).since())
        .containsExactly(1_000, 1_016, 1_017, 1_017);
  }

  @Test
  void thePoolIsOfYoungItemsWithFewEvents() {
    var newcomers = Newcomers.of(TrainingData.of(EVENTS));
    assertThat(newcomers.little()).containsExactly(1, 2, 3);
    assertThat(newcomers.pool(1, 1_017)).containsExactly(1, 2, 3);
    assertThat(newcomers.pool(1, 1_016 + 86_401)).containsExactly(2, 3);
    assertThat(newcomers.novelty(0)).isZero();
    assertThat(newcomers.novelty(2)).isEqualTo(1);
  }

  @Test
  void impressionsAreExposures() {
    var data =
        new TrainingData(
            EVENTS, Features.none(4), Features.none(1), Actions.none(1), new int[] {0, 3, 5, 0});
    var newcomers = Newcomers.of(data);
    assertThat(IntStream.range(0, 4).mapToLong(newcomers::exposures))
        .containsExactly(16L, 5L, 5L, 0L);
  }

  @Test
  void isReadAsItWasWritten(@TempDir Path directory) {
    var newcomers = Newcomers.of(TrainingData.of(EVENTS));
    ModelWriter.write(directory.resolve("model"), "none", newcomers::write);
    assertThat(ModelReader.read(directory.resolve("model"), Newcomers::read))
        .usingRecursiveComparison()
        .isEqualTo(newcomers);
  }
}
