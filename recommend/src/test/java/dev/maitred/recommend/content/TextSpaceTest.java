package dev.maitred.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Texts;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.StoppedProgress;
import dev.maitred.recommend.TrainingStopped;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextSpaceTest {

  private static final Features ITEMS =
      new Features(
          5,
          List.of(
              new Texts(
                  "PLOT",
                  List.of(
                      "a cat and a mouse",
                      "the mouse and the cat",
                      "rockets to the moon",
                      "the moon and rockets",
                      ""))));

  @Test
  void textsOfTheSameWordsLieTogetherAndOthersApart() {
    var space = TextSpace.of(ITEMS, 1, Progress.none());
    float[] vectors = space.vectors(ITEMS, Progress.none());
    assertThat(product(vectors, 0, 1, space.dimension())).isGreaterThan(0.8);
    assertThat(product(vectors, 2, 3, space.dimension())).isGreaterThan(0.8);
    assertThat(product(vectors, 0, 2, space.dimension())).isLessThan(0.3);
    assertThat(product(vectors, 4, 4, space.dimension())).isZero();
    assertThat(product(vectors, 0, 0, space.dimension())).isCloseTo(1, within(1e-5));
  }

  @Test
  void stopsAtTheNextText() {
    assertThatExceptionOfType(TrainingStopped.class)
        .isThrownBy(() -> TextSpace.of(ITEMS, 1, new StoppedProgress()));
  }

  private static double product(float[] vectors, int one, int other, int width) {
    double product = 0;
    for (int k = 0; k < width; k++) {
      product += (double) vectors[one * width + k] * vectors[other * width + k];
    }
    return product;
  }
}
