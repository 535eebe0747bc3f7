package dev.maitred.recommend.evaluation;

import dev.maitred.recommend.TrainingData;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a protocol keeps from the training, and what it asks the trained model.
 *
 * @param training what the model learns from, in the numbering of the whole
 * @param cases the questions; those of one user lie side by side
 * @param repeats whether items that the user had may be right; if not they are left out of the
 *     rankings, and so are cases in which only such an item would be right
 */
public record Holdout(TrainingData training, List<Case> cases, boolean repeats) {

  /** The same with the cases of so many users only, drawn by chance. */
  public Holdout of(int users, long seed) {
    int[] all = cases.stream().mapToInt(Case::user).distinct().toArray();
    boolean[] drawn = Sample.of(training.events().users(), all, users, seed);
    int[] kept =
        IntStream.range(0, cases.size()).filter(at -> drawn[cases.get(at).user()]).toArray();
    return new Holdout(training, new Picked(cases, kept), repeats);
  }

  private static final class Picked extends AbstractList<Case> {
    private final List<Case> cases;
    private final int[] kept;

    Picked(List<Case> cases, int[] kept) {
      this.cases = cases;
      this.kept = kept;
    }

    @Override
    public Case get(int at) {
      return cases.get(kept[at]);
    }

    @Override
    public int size() {
      return kept.length;
    }
  }
}
