package dev.maitred.recommend.emanet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Categories;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of the user and of the request counts, and may be missing. */
class RequestVocabularyTest {
  private static final int ITEMS = 20;
  private static final int USERS = 400;
  private static final int EVENTS = 40;

  private static EmaNet network;

  /**
   * On a phone the first half of the items is had, elsewhere the second; even ones by the young.
   */
  @BeforeAll
  static void train() {
    var random = new SplittableRandom(3);
    int size = USERS * EVENTS;
    boolean[] phone = new boolean[size];
    var item = new int[size];
    for (int at = 0; at < size; at++) {
      phone[at] = random.nextBoolean();
      int odd = at / EVENTS % 2;
      item[at] = (phone[at] ? 0 : ITEMS / 2) + 2 * random.nextInt(ITEMS / 4) + odd;
    }
    var context =
        Categories.of(
            "DEVICE",
            IntStream.range(0, size).mapToObj(at -> List.of(phone[at] ? "phone" : "tv")).toList());
    var ages =
        new Numbers("AGE", IntStream.range(0, USERS).mapToDouble(u -> 20 + u % 2 * 40).toArray());
    var events =
        Interactions.of(
            USERS,
            ITEMS,
            IntStream.range(0, size).map(at -> at / EVENTS).toArray(),
            item,
            IntStream.range(0, size).asLongStream().toArray(),
            new Features(size, List.of(context)));
    var data = new TrainingData(events, Features.none(ITEMS), new Features(USERS, List.of(ages)));
    var plan = new Plan(6, 64, ITEMS, 1e-2, 0, 0);
    EmaNet start = EmaNetTraining.start(data, 16, 1);
    network = new EmaNetTraining(data, start, plan, 1, Progress.none()).whole();
  }

  private static double share(
      EmaNet asked, Map<String, String> user, Map<String, String> context, boolean even) {
    var scores = new float[ITEMS];
    asked.scores(new int[0], asked.asked(user, context), scores);
    double all = IntStream.range(0, ITEMS).mapToDouble(i -> Math.exp(scores[i])).sum();
    return IntStream.range(0, ITEMS)
            .filter(i -> even ? i % 2 == 0 : i < ITEMS / 2)
            .mapToDouble(i -> Math.exp(scores[i]))
            .sum()
        / all;
  }

  @Test
  void theContextOfTheRequestCounts() {
    assertThat(share(network, Map.of(), Map.of("DEVICE", "phone"), false)).isGreaterThan(0.9);
    assertThat(share(network, Map.of(), Map.of("DEVICE", "tv"), false)).isLessThan(0.1);
  }

  @Test
  void whatIsKnownOfTheUserCounts() {
    assertThat(share(network, Map.of("AGE", "21.5"), Map.of(), true)).isGreaterThan(0.6);
    assertThat(share(network, Map.of("AGE", "60"), Map.of(), true)).isLessThan(0.4);
  }

  @Test
  void withoutThemNeitherSideWins() {
    assertThat(share(network, Map.of(), Map.of(), false)).isBetween(0.2, 0.8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "|", "toaster", "NaN", "1e400", "phone phone"})
  void whatItWasNotTaughtCountsAsMissing(String value) {
    assertThat(network.asked(Map.of("NAME", value), Map.of("DEVICE", value, "AGE", value)))
        .isEmpty();
  }

  @Test
  void isReadAsItWasWritten(@TempDir Path folder) {
    Path file = folder.resolve("network");
    ModelWriter.write(file, "test", network::write);
    EmaNet read = ModelReader.read(file, EmaNet::read);
    var phone = Map.of("DEVICE", "phone");
    assertThat(share(read, Map.of("AGE", "20"), phone, true))
        .isEqualTo(share(network, Map.of("AGE", "20"), phone, true));
  }
}
