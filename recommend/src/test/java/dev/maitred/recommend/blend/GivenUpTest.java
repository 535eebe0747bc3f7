package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.popularity.Popularity;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events without any order, in which a network has nothing to find. */
class GivenUpTest {

  private static final int USERS = 200;
  private static final int EVENTS = 10;
  private static final int ITEMS = 20;

  @Test
  void aNetworkThatIsGivenUpIsNoPartOfTheBlend() {
    var random = new SplittableRandom(3);
    Interactions events =
        Interactions.of(
            USERS,
            ITEMS,
            IntStream.range(0, USERS * EVENTS).map(at -> at / EVENTS).toArray(),
            random.ints((long) USERS * EVENTS, 0, ITEMS).toArray(),
            IntStream.range(0, USERS * EVENTS).asLongStream().toArray());
    var training =
        new BlendTraining(
            "aws-user-personalization-v2",
            Blend.Answer.CATALOGUE,
            List.of(
                Trainer.of(
                    "popularity",
                    1,
                    false,
                    (data, progress) -> Standing.ofUsers(Popularity.of(data.events()))),
                new Needed(new NetworkTrainer(16, 1))),
            UnaryOperator.identity(),
            1);
    var data = TrainingData.of(events);
    Blend blend =
        (Blend) training.rehearse(data, Progress.none()).performance().train(data, Progress.none());
    assertThat(blend.signals().components())
        .extracting(Component::name)
        .containsExactly("popularity");
    assertThat(blend.recommend(Query.ofHistory(new int[] {1}, 3)).items()).hasSize(3);
  }

  /** A trainer whose component the blend keeps if there is one. */
  private record Needed(Trainer trainer) implements Trainer {
    @Override
    public String name() {
      return trainer.name();
    }

    @Override
    public double effort() {
      return trainer.effort();
    }

    @Override
    public boolean optional() {
      return false;
    }

    @Override
    public Optional<Component> train(
        HeldOut heldOut, Supplier<Foresight> others, Progress progress) {
      return trainer.train(heldOut, others, progress);
    }

    @Override
    public Component again(Component rehearsed, TrainingData data, Progress progress) {
      return trainer.again(rehearsed, data, progress);
    }

    @Override
    public Component update(
        Component former, int[] formerNumber, TrainingData data, Progress progress) {
      return trainer.update(former, formerNumber, data, progress);
    }
  }
}
