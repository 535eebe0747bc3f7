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
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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

  /** Action 0 is new, every other one was used at the second of its number. */
  @Test
  void considersTheThousandActionsThatAreNewOrWereUsedLast() {
    int actions = 1_002;
    int[] used = IntStream.range(1, actions).toArray();
    var outcome = new Outcome[used.length];
    Arrays.fill(outcome, Outcome.TAKEN);
    Offers offers =
        Offers.of(
            Actions.of(
                Features.none(actions),
                1,
                new int[used.length],
                used,
                outcome,
                Arrays.stream(used).asLongStream().toArray()));
    IntPredicate open = offers.open(ActionHistory.none(2_000));
    assertThat(IntStream.range(0, actions).filter(open.negate())).containsExactly(1, 2);
  }

  private static void assertExpires(Offers offers) {
    assertThat(offers.open(ActionHistory.none(EXPIRES - 1)).test(0)).isTrue();
    assertThat(offers.open(ActionHistory.none(EXPIRES)).test(0)).isFalse();
    assertThat(offers.open(ActionHistory.none(Long.MAX_VALUE - 1)).test(1)).isTrue();
  }
}
