package dev.maitred.recommend.emanet;

import dev.maitred.recommend.Progress;
import dev.maitred.recommend.kernel.Shards;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Training steps on the CPU. */
final class CpuStep implements TrainingStep {

  /** However many threads there are, so that sums are added up alike. */
  private static final int SHARES = 8;

  private final Shape shape;
  private final Parameters parameters;
  private final Drawn drawn;
  private final List<Pass> passes = new ArrayList<>();
  private final List<Gradient> gradients = new ArrayList<>();
  private final ItemTables items;
  private final RequestTable asked;
  private final Adam layer;
  private final Adam layerBias;
  private final Adam out;
  private Slopes slopes;
  private Adam.Step last = Adam.Step.NONE;

  CpuStep(Shape shape, Plan plan, Parameters parameters, WordLists itemWords) {
    this.shape = shape;
    this.parameters = parameters;
    this.drawn = Drawn.of(shape, plan.negatives());
    for (int share = 0; share < SHARES; share++) {
      passes.add(new Pass(shape, plan));
      gradients.add(Gradient.of(shape, drawn.bias().length));
    }
    this.items = new ItemTables(shape, parameters, itemWords);
    this.asked = new RequestTable(shape, parameters);
    this.layer = new Adam(parameters.layer());
    this.layerBias = new Adam(parameters.layerBias());
    this.out = new Adam(parameters.out());
    this.slopes = Slopes.of(shape, plan.batch());
  }

  @Override
  public double run(
      Batch batch, long number, double rate, SplittableRandom random, Progress progress) {
    Adam.Step step = Adam.Step.of(number, rate);
    drawn.places().draw(random);
    items.prepare(step, batch, drawn.places(), progress);
    asked.prepare(step, batch);
    drawn.gather(parameters, shape);
    if (slopes.target().length < batch.positions()) {
      slopes = Slopes.of(shape, batch.positions());
    }
    double loss = passThrough(batch, random, progress);
    items.move(step, slopes, gradients, progress);
    asked.move(step, slopes);
    moveLayers(step);
    last = step;
    return loss;
  }

  @Override
  public Parameters parameters() {
    items.settle(last.next());
    asked.settle(last.next());
    return parameters;
  }

  @Override
  public void write(ModelWriter to) {
    parameters();
    last.write(to);
    items.write(to);
    asked.write(to);
    layer.write(to);
    layerBias.write(to);
    out.write(to);
  }

  @Override
  public void read(ModelReader in) {
    last = Adam.Step.read(in);
    items.read(in, last.number());
    asked.read(in, last.number());
    layer.read(in);
    layerBias.read(in);
    out.read(in);
  }

  private double passThrough(Batch batch, SplittableRandom random, Progress progress) {
    int[] shares = batch.shares(SHARES);
    var losses = new double[SHARES];
    var randoms = new ArrayList<SplittableRandom>();
    for (int share = 0; share < SHARES; share++) {
      randoms.add(random.split());
    }
    Shards.forEach(
        SHARES,
        progress,
        at ->
            losses[at] =
                passes
                    .get(at)
                    .run(
                        new Share(batch, shares[at], shares[at + 1]),
                        parameters,
                        drawn,
                        1f / batch.positions(),
                        randoms.get(at),
                        slopes,
                        gradients.get(at)));
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }

  private void moveLayers(Adam.Step step) {
    layer.move(step, 0, parameters.layer().length, sum(Gradient::layer));
    layerBias.move(step, 0, parameters.layerBias().length, sum(Gradient::layerBias));
    out.move(step, 0, parameters.out().length, sum(Gradient::out));
  }

  /** Adds the shares up into the first one. */
  private float[] sum(Function<Gradient, float[]> part) {
    float[] sum = part.apply(gradients.getFirst());
    for (Gradient share : gradients.subList(1, SHARES)) {
      float[] more = part.apply(share);
      for (int at = 0; at < sum.length; at++) {
        sum[at] += more[at];
      }
    }
    return sum;
  }
}
