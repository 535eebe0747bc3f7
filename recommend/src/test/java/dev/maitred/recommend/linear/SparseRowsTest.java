package dev.maitred.recommend.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row r has r + c at each even column c; so many entries that a model file keeps them apart. */
class SparseRowsTest {

  private static final int SIZE = 200;
  private final SparseRows rows =
      SparseRows.compute(
          SIZE,
          Progress.none(),
          (row, sum) -> {
            for (int column = 2; column < SIZE; column += 2) {
              sum.add(column, row + column);
            }
          });

  @TempDir private Path folder;

  @Test
  void findsTheValuesAtSomePlaces() {
    assertFinds(rows);
  }

  @Test
  void findsThemInTheFile() {
    ModelWriter.write(folder.resolve("model"), "none", rows::write);
    assertFinds(ModelReader.read(folder.resolve("model"), SparseRows::read));
  }

  private static void assertFinds(SparseRows rows) {
    assertThat(rows.size(7)).isEqualTo(99);
    assertThat(rows.at(7, new int[] {0, 1, 2, 3, 10, 198, 199}))
        .containsExactly(0, 0, 9, 0, 17, 205, 0);
    assertThat(rows.at(7, new int[0])).isEmpty();
    assertThat(rows.at(7, 10)).isEqualTo(17);
    assertThat(rows.at(7, 11)).isZero();
  }
}
