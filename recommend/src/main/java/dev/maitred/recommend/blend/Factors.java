package dev.maitred.recommend.blend;

import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.als.ItemFactors;
import dev.maitred.recommend.als.Taste;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.List;
import java.util.Optional;

/**
 * The score of iALS for the taste that a history shows, divided by the standard deviation of the
 * scores.
 *
 * @param factors the model; its items have the numbers of their places if there are cells
 * @param spread of the scores
 * @param cells of the items, if there are many
 */
record Factors(ItemFactors factors, Spread spread, Optional<Cells> cells) implements Component {

  static final String NAME = "ials";

  /** Factors whose items are put into cells if they are many. */
  static Factors of(ItemFactors factors, Progress progress) {
    var cells = Cells.ofMany(vectors(factors), progress);
    return new Factors(
        cells.map(some -> factors.renumbered(some.item())).orElse(factors),
        Spread.of(factors.vectors()),
        cells);
  }

  /** The model whose items have their own numbers. */
  ItemFactors trained() {
    return cells.map(some -> factors.renumbered(some.place())).orElse(factors);
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
    return new double[] {0.1};
  }

  @Override
  public Voice says(Asked asked, Scratch scratch) {
    float[] user = taste(asked).vector();
    return new Products(vectors(factors), cells, user, spread.scale(user), scratch);
  }

  private Taste taste(Asked asked) {
    return factors.taste(Cells.places(cells, asked.history()));
  }

  private static Vectors vectors(ItemFactors factors) {
    return new Vectors(factors.vectors(), new float[0]);
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    Taste taste = taste(asked);
    double scale = (double) weights[0] * spread.scale(taste.vector());
    float[] shares = taste.parts(Cells.place(cells, item));
    for (int event = 0; event < shares.length; event++) {
      if (shares[event] != 0) {
        parts.add(new Part(name(), asked.places()[event], scale * shares[event]));
      }
    }
  }

  @Override
  public void write(ModelWriter out) {
    factors.write(out);
    spread.write(out);
    Cells.write(cells, out);
  }

  static Factors read(ModelReader in) {
    return new Factors(ItemFactors.read(in), Spread.read(in), Cells.readMany(in));
  }
}
