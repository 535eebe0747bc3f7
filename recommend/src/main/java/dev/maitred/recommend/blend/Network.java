package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.emanet.EmaNet;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.List;
import java.util.Optional;

/**
 * The score of a network. As it is not additive, an event's part in it is what would be missing
 * without the event, and the rest belongs to no event.
 *
 * @param network the network; its items have the numbers of their places if there are cells
 * @param cells of the items, if there are many
 */
record Network(EmaNet network, Optional<Cells> cells) implements Component {

  static final String NAME = "emanet";

  /** The last events whose part in the score is told, each at the cost of one pass. */
  private static final int EXPLAINED = 10;

  /** A network whose items are put into cells if they are many. */
  static Network of(EmaNet network, Progress progress) {
    var cells = Cells.ofMany(vectors(network), progress);
    return new Network(cells.map(some -> network.renumbered(some.item())).orElse(network), cells);
  }

  /** The network whose items have their own numbers. */
  EmaNet trained() {
    return cells.map(some -> network.renumbered(some.place())).orElse(network);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int signals() {
    return 1;
  }

  @Override
  public double[] usual() {
    return new double[] {0.3};
  }

  @Override
  public Voice says(Asked asked, Scratch scratch) {
    int[] history = Cells.places(cells, asked.history());
    float[] user = network.vector(history, known(asked));
    return new Products(vectors(network), cells, user, 1, scratch);
  }

  private static Vectors vectors(EmaNet network) {
    return new Vectors(network.vectors(), network.biases());
  }

  private int[] known(Asked asked) {
    return network.asked(asked.user(), asked.context());
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    int[] history = Cells.places(cells, asked.history());
    int[] known = known(asked);
    int place = Cells.place(cells, item);
    float score = network.score(history, known, place);
    double rest = score;
    for (int event = Math.max(0, history.length - EXPLAINED); event < history.length; event++) {
      double part = score - (double) network.score(without(history, event), known, place);
      parts.add(new Part(name(), asked.places()[event], weights[0] * part));
      rest -= part;
    }
    parts.add(new Part(name(), Explanation.NO_EVENT, weights[0] * rest));
  }

  private static int[] without(int[] history, int event) {
    var rest = new int[history.length - 1];
    System.arraycopy(history, 0, rest, 0, event);
    System.arraycopy(history, event + 1, rest, event, rest.length - event);
    return rest;
  }

  @Override
  public void write(ModelWriter out) {
    network.write(out);
    Cells.write(cells, out);
  }

  static Network read(ModelReader in) {
    return new Network(EmaNet.read(in), Cells.readMany(in));
  }
}
