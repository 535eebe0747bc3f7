package dev.maitred.recommend.emanet;

import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;

/** The vectors of what may be known of a request, while they are learnt. */
final class RequestTable {

  private final Shape shape;
  private final Rows rows;
  private final Groups values;
  private int[] position = {};

  RequestTable(Shape shape, Parameters parameters) {
    this.shape = shape;
    this.rows = new Rows(parameters.asked(), shape.dimension());
    this.values = new Groups(shape.asked());
  }

  /** Makes the values of a step what all steps before it make them. */
  void prepare(Adam.Step step, Batch batch) {
    WordLists asked = batch.asked();
    int length = asked.first()[batch.positions()];
    values.find(asked.word(), length);
    for (int at = 0; at < values.count(); at++) {
      rows.catchUp(values.number(at), step);
    }
    if (position.length < length) {
      position = new int[length];
    }
    for (int at = 0; at < batch.positions(); at++) {
      Arrays.fill(position, asked.first()[at], asked.first()[at + 1], at);
    }
  }

  /** Makes all values what all steps before this one make them. */
  void settle(Adam.Step next) {
    for (int value = 0; value < shape.asked(); value++) {
      rows.catchUp(value, next);
    }
  }

  /** Moves the values of the step that was prepared. */
  void move(Adam.Step step, Slopes slopes) {
    int d = shape.dimension();
    var sum = new float[d];
    for (int at = 0; at < values.count(); at++) {
      Arrays.fill(sum, 0);
      for (int index = values.first(at); index < values.first(at + 1); index++) {
        int from = position[values.index(index)] * d;
        for (int k = 0; k < d; k++) {
          sum[k] += slopes.asked()[from + k];
        }
      }
      rows.move(values.number(at), step, sum);
    }
  }

  void write(ModelWriter out) {
    rows.write(out);
  }

  /** Takes over what {@link #write} wrote after a step. */
  void read(ModelReader in, long step) {
    rows.read(in, step);
  }
}
