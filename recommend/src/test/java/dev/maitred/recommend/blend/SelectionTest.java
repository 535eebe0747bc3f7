package dev.maitred.recommend.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.linear.MarkovChain;
import dev.maitred.recommend.popularity.Popularity;
import dev.maitred.recommend.recipe.SampleInteractions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final Interactions EVENTS = SampleInteractions.WORLD.data();

  private final List<String> trainedAgain = new ArrayList<>();

  @Test
  void dropsWhatDoesNotHelpAndTrainsItNoMore() {
    var training =
        new BlendTraining(
            "aws-user-personalization",
            Blend.Answer.CATALOGUE,
            List.of(
                trainer("popularity", false, Standing.ofUsers(Popularity.of(EVENTS))),
                trainer("noise", true, noise()),
                trainer("markov", true, chain(EVENTS)),
                trainer("reversed", true, chain(shuffled()))),
            1);
    var rehearsal = training.rehearse(TrainingData.of(EVENTS), Progress.none());
    Blend blend = (Blend) rehearsal.performance().train(TrainingData.of(EVENTS), Progress.none());
    assertThat(blend.signals().components())
        .extracting(Component::name)
        .containsExactly("popularity", "markov");
    assertThat(trainedAgain).containsExactly("popularity", "markov");
    Query query = Query.ofHistory(EVENTS.history(4), 3);
    assertThat(blend.explain(query, blend.recommend(query).items()[0]).parts())
        .extracting(Explanation.Part::component)
        .doesNotContain("noise");
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

  /** A number of each item that says nothing. */
  private static Standing noise() {
    var random = new SplittableRandom(5);
    var values = new float[EVENTS.items()];
    for (int item = 0; item < values.length; item++) {
      values[item] = (float) random.nextGaussian();
    }
    return new Standing("noise", values);
  }

  private static Chain chain(Interactions events) {
    return new Chain(events.items(), List.of(MarkovChain.train(events, 20, Progress.none())));
  }

  /** The same events of users who had them in an order of chance, as other items. */
  private static Interactions shuffled() {
    var random = new SplittableRandom(6);
    var item = new int[EVENTS.events()];
    for (int event = 0; event < item.length; event++) {
      item[event] = random.nextInt(EVENTS.items());
    }
    return new Interactions(
        EVENTS.users(), EVENTS.items(), EVENTS.firstEvent(), item, EVENTS.time());
  }
}
