package dev.maitred.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class BecauseTest {
  private static final List<String> HISTORY = List.of("Zero", "One");

  @Test
  void tellsWhatSpeaksForAndAgainst() {
    assertThat(
            words(
                new Part("markov", 0, 4),
                new Part("popularity", Explanation.NO_EVENT, -3),
                new Part("ridge", 0, 1),
                new Part("markov", 1, 2)))
        .isEqualTo("because of Zero (50 %), One (20 %), in spite of popularity (30 %)");
  }

  @Test
  void tellsWhatSpeaksAgainstAlone() {
    assertThat(words(new Part("popularity", Explanation.NO_EVENT, -0.5)))
        .isEqualTo("in spite of popularity (100 %)");
  }

  @Test
  void tellsThatThereIsNoReason() {
    assertThat(words(new Part("co-occurrence", Explanation.NO_EVENT, 0)))
        .isEqualTo("for no reason of its own");
  }

  private static String words(Part... parts) {
    return Because.words(Explanation.of(7, List.of(parts)), HISTORY, 5);
  }
}
