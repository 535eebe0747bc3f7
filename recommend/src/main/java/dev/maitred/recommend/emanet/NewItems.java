package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Interactions;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A network's items under other numbers, and further ones. A further item begins at the mean of the
 * items that came right before and after it; where there are none, at noise as in a new network.
 */
final class NewItems {

  private final Interactions data;
  private final int[] formerNumber;
  private final int[] neighbours;

  private NewItems(Interactions data, int[] formerNumber) {
    this.data = data;
    this.formerNumber = formerNumber;
    this.neighbours = new int[data.items()];
  }

  /**
   * The network to go on from.
   *
   * @param formerNumber for each item of the data its number in the network, or a negative number
   */
  static EmaNet in(EmaNet network, Interactions data, int[] formerNumber, long seed) {
    if (formerNumber.length != data.items()) {
      throw new IllegalArgumentException("formerNumber must have an entry for each item");
    }
    Shape shape = network.shape().with(data.items());
    Parameters noise = Parameters.initial(shape, new SplittableRandom(~seed));
    Parameters former = network.parameters();
    var rows = new NewItems(data, formerNumber);
    rows.count();
    float[] read = rows.fill(former.read(), noise.read(), shape.dimension());
    var parameters =
        new Parameters(
            read,
            shape.tied() ? read : rows.fill(former.score(), noise.score(), shape.dimension()),
            rows.fill(former.bias(), noise.bias(), 1),
            former.asked().clone(),
            former.layer().clone(),
            former.layerBias().clone(),
            former.out().clone());
    return new EmaNet(shape, parameters, network.asked());
  }

  /** Calls for every event of a further item and every neighbour that the network knew. */
  private void forEach(Pair pair) {
    for (int user = 0; user < data.users(); user++) {
      for (int event = data.firstEvent()[user]; event + 1 < data.firstEvent()[user + 1]; event++) {
        int one = data.item()[event];
        int other = data.item()[event + 1];
        if (formerNumber[one] < 0 && formerNumber[other] >= 0) {
          pair.of(one, formerNumber[other]);
        } else if (formerNumber[other] < 0 && formerNumber[one] >= 0) {
          pair.of(other, formerNumber[one]);
        }
      }
    }
  }

  private interface Pair {
    void of(int item, int former);
  }

  private void count() {
    forEach((item, former) -> neighbours[item]++);
  }

  private float[] fill(float[] former, float[] noise, int width) {
    float[] rows = noise;
    for (int item = 0; item < formerNumber.length; item++) {
      if (formerNumber[item] >= 0) {
        System.arraycopy(former, formerNumber[item] * width, rows, item * width, width);
      } else if (neighbours[item] > 0) {
        Arrays.fill(rows, item * width, (item + 1) * width, 0);
      }
    }
    forEach(
        (item, neighbour) -> {
          for (int k = 0; k < width; k++) {
            rows[item * width + k] += former[neighbour * width + k] / neighbours[item];
          }
        });
    return rows;
  }
}
