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
 * @param factors the model
 * @param spread of the scores
 * @param cells of the items, if there are many
 */
record Factors(ItemFactors factors, Spread spread, Optional<Cells> cells) implements Component {

  static final String NAME = "ials";

  /** Factors whose items are put into cells if they are many. */
  static Factors of(ItemFactors factors, Progress progress) {
    return new Factors(
        factors, Spread.of(factors.vectors()), Cells.ofMany(vectors(factors), progress));
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
    float[] user = factors.taste(asked.history()).vector();
    return new Products(vectors(factors), cells, user, spread.scale(user), scratch);
  }

  private static Vectors vectors(ItemFactors factors) {
    return new Vectors(factors.vectors(), new float[0]);
  }

  @Override
  public void explain(Asked asked, int item, float[] weights, List<Part> parts) {
    Taste taste = factors.taste(asked.history());
    double scale = (double) weights[0] * spread.scale(taste.vector());
    float[] shares = taste.parts(item);
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
