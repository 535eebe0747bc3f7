package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.linear.MarkovChain;
import dev.maitred.recommend.popularity.Popularity;
import dev.maitred.recommend.recipe.SampleInteractions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final Interactions EVENTS = SampleInteractions.WORLD.data();

  private static final Chain MARKOV =
      new Chain(EVENTS.items(), MarkovChain.train(EVENTS, 20, Progress.none()));

  private final List<String> trainedAgain = new ArrayList<>();

  @Test
  void dropsWhatSaysNothingNewAndTrainsItNoMore() {
    var training =
        new BlendTraining(
            "aws-user-personalization",
            Blend.Answer.CATALOGUE,
            List.of(
                trainer("popularity", false, Standing.ofUsers(Popularity.of(EVENTS))),
                trainer("markov", true, MARKOV),
                trainer("markov again", true, MARKOV)),
            UnaryOperator.identity(),
            1);
    var rehearsal = training.rehearse(TrainingData.of(EVENTS), Progress.none());
    Blend blend = (Blend) rehearsal.performance().train(TrainingData.of(EVENTS), Progress.none());
    assertThat(blend.signals().components())
        .extracting(Component::name)
        .containsExactly("popularity", "markov");
    assertThat(trainedAgain).hasSize(2).first().isEqualTo("popularity");
  }

  private Trainer trainer(String name, boolean optional, Component component) {
    var calls = new int[1];
    return Trainer.of(
        name,
        1,
        optional,
        (data, progress) -> {
          if (calls[0]++ > 0) {
            trainedAgain.add(name);
          }
          return component;
        });
  }
}
