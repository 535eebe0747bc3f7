package dev.maitred.recommend.emanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.TrainingData;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The slopes that training follows are those of the loss, by finite differences. */
class GradientTest {
  private static final int ITEMS = 9;
  private static final float STEP = 1e-2f;
  private static final Plan PLAN = new Plan(1, 64, 5, 1e-3, 0, 0);
  private static final Interactions DATA =
      Interactions.of(
          3,
          ITEMS,
          new int[] {0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2},
          new int[] {1, 4, 2, 4, 0, 7, 8, 7, 3, 3, 5, 6},
          new long[] {1, 2, 3, 4, 5, 1, 2, 3, 1, 2, 3, 4});

  /** What is known at each of the nine positions. */
  private static final WordLists KNOWN =
      new WordLists(
          new int[] {0, 1, 3, 3, 4, 6, 6, 7, 9, 10}, new int[] {0, 1, 2, 2, 0, 1, 2, 0, 2, 1});

  @ParameterizedTest
  @CsvSource({"false, 0", "true, 0", "false, 3", "true, 3"})
  void slopesAreThoseOfTheLoss(boolean tied, int asked) {
    var network = new Network(tied, asked);
    network.run();
    Gradient gradient = network.gradient;
    float[] byRead = network.byRead();
    float[] byScore = network.byScore();
    float[] byAsked = network.byAsked();
    network.check("layer", network.parameters.layer(), gradient.layer().clone());
    network.check("layer bias", network.parameters.layerBias(), gradient.layerBias().clone());
    network.check("asked", network.parameters.asked(), byAsked);
    network.check("out", network.parameters.out(), gradient.out().clone());
    if (tied) {
      for (int at = 0; at < byRead.length; at++) {
        byRead[at] += byScore[at];
      }
      network.check("vectors", network.parameters.read(), byRead);
    } else {
      network.check("read", network.parameters.read(), byRead);
      network.check("score", network.parameters.score(), byScore);
    }
  }

  /** A small network without dropout, and one batch. */
  private static final class Network {
    private final Shape shape;
    private final Parameters parameters;
    private final Batch batch;
    private Drawn drawn;
    private final Pass pass;
    private final Slopes slopes;
    private final Gradient gradient;

    Network(boolean tied, int asked) {
      shape = new Shape(ITEMS, 4, 3, 2, new float[] {0.5f, 0.9f}, asked, tied);
      parameters = Parameters.initial(shape, new SplittableRandom(5));
      var random = new SplittableRandom(6);
      for (int at = 0; at < parameters.asked().length; at++) {
        parameters.asked()[at] = (float) random.nextGaussian();
      }
      Chunks chunks = Chunks.of(TrainingData.of(DATA), RequestVocabulary.NOTHING);
      Batch plain = chunks.batch(chunks.batches(64, random).getFirst(), random);
      batch = new Batch(plain.input(), plain.target(), plain.first(), KNOWN);
      drawn = Drawn.of(shape, PLAN.negatives());
      pass = new Pass(shape, PLAN);
      slopes = Slopes.of(shape, batch.positions());
      gradient = Gradient.of(shape, PLAN.negatives());
    }

    /** The mean loss; the same negatives each time. */
    double run() {
      drawn = Drawn.of(shape, PLAN.negatives());
      drawn.places().draw(new SplittableRandom(8));
      drawn.gather(parameters, shape);
      return pass.run(
              new Share(batch, 0, batch.first().length - 1),
              parameters,
              drawn,
              1f / batch.positions(),
              new SplittableRandom(7),
              slopes,
              gradient)
          / batch.positions();
    }

    float[] byRead() {
      var sum = new float[ITEMS * shape.dimension()];
      for (int position = 0; position < batch.positions(); position++) {
        for (int k = 0; k < shape.dimension(); k++) {
          sum[batch.input()[position] * shape.dimension() + k] +=
              slopes.read()[position * shape.dimension() + k];
        }
      }
      return sum;
    }

    float[] byAsked() {
      var sum = new float[shape.asked() * shape.dimension()];
      for (int position = 0; position < batch.positions() && shape.asked() > 0; position++) {
        for (int value : batch.asked().of(position)) {
          for (int k = 0; k < shape.dimension(); k++) {
            sum[value * shape.dimension() + k] += slopes.asked()[position * shape.dimension() + k];
          }
        }
      }
      return sum;
    }

    float[] byScore() {
      int d = shape.dimension();
      var sum = new float[ITEMS * d];
      for (int position = 0; position < batch.positions(); position++) {
        for (int k = 0; k < d; k++) {
          sum[batch.target()[position] * d + k] +=
              slopes.target()[position] * slopes.user()[position * d + k];
        }
      }
      for (int at = 0; at < PLAN.negatives(); at++) {
        for (int k = 0; k < d; k++) {
          sum[drawn.places().item(at) * d + k] += gradient.negatives()[at * d + k];
        }
      }
      return sum;
    }

    void check(String name, float[] values, float[] slope) {
      for (int at = 0; at < values.length; at++) {
        float value = values[at];
        values[at] = value + STEP;
        double above = run();
        values[at] = value - STEP;
        double below = run();
        values[at] = value;
        assertThat((double) slope[at])
            .as("%s[%d]", name, at)
            .isCloseTo((above - below) / (2 * STEP), within(2e-3));
      }
    }
  }
}
