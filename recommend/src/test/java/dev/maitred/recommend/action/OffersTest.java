package dev.maitred.recommend.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.ActionHistory;
import dev.maitred.recommend.Actions;
import dev.maitred.recommend.Actions.Outcome;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Action 0 expires at a second of 2023, action 1 never. */
class OffersTest {

  private static final long EXPIRES = 1_700_000_001;

  private static final Offers OFFERS =
      Offers.of(
          Actions.of(
              new Features(
                  2,
                  List.of(new Numbers("EXPIRATION_TIMESTAMP", new double[] {EXPIRES, Double.NaN}))),
              1,
              new int[0],
              new int[0],
              new Outcome[0],
              new long[0]));

  @TempDir private Path folder;

  @Test
  void anActionIsOpenUntilTheSecondItExpires() {
    assertExpires(OFFERS);
  }

  @Test
  void expiresAtTheSameSecondWhenItIsReadAgain() {
    ModelWriter.write(folder.resolve("model"), "none", OFFERS::write);
    assertExpires(ModelReader.read(folder.resolve("model"), Offers::read));
  }

  private static void assertExpires(Offers offers) {
    assertThat(offers.open(ActionHistory.none(EXPIRES - 1)).test(0)).isTrue();
    assertThat(offers.open(ActionHistory.none(EXPIRES)).test(0)).isFalse();
    assertThat(offers.open(ActionHistory.none(Long.MAX_VALUE - 1)).test(1)).isTrue();
  }
}
