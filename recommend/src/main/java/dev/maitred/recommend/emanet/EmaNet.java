package dev.maitred.recommend.emanet;

import dev.maitred.recommend.dense.Matrix;
import dev.maitred.recommend.dense.Product;
import dev.maitred.recommend.kernel.Exponential;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import java.util.Arrays;
import java.util.Map;

/**
 * A trained network: the score of every item after a history. Immutable, for use by many threads.
 */
public final class EmaNet {

  /** Older events would weigh less than a hundredth in the slowest sum. */
  private static final int LOOKBACK = 300;

  private static final int[] NOTHING = {};

  private final Shape shape;
  private final Parameters parameters;
  private final RequestVocabulary asked;

  EmaNet(Shape shape, Parameters parameters, RequestVocabulary asked) {
    this.shape = shape;
    this.parameters = parameters;
    this.asked = asked;
  }

  Shape shape() {
    return shape;
  }

  Parameters parameters() {
    return parameters;
  }

  RequestVocabulary asked() {
    return asked;
  }

  /** Number of items. */
  public int items() {
    return shape.items();
  }

  /**
   * What the network knows of a request beside the history, as numbers. Columns and values that it
   * was not trained on are passed over.
   *
   * @param user values by column of the Users data set
   * @param context values by column of the Interactions data set
   */
  public int[] asked(Map<String, String> user, Map<String, String> context) {
    return asked.of(user, context);
  }

  /**
   * The same network whose items have other numbers.
   *
   * @param former for each item its number in this network; each of these once
   */
  public EmaNet renumbered(int[] former) {
    return new EmaNet(shape, parameters.renumbered(former, shape.dimension()), asked);
  }

  /** The state of a user without events. */
  public UserState state() {
    return UserState.empty(this);
  }

  /**
   * Writes the score of every item, a logit, over {@code scores}.
   *
   * @param history known items, oldest first; without any, the scores are those of nobody
   */
  public void scores(int[] history, float[] scores) {
    scores(state(history), NOTHING, scores);
  }

  /**
   * Writes the score of every item, a logit, over {@code scores}.
   *
   * @param history known items, oldest first
   * @param known of the request, as {@link #asked(Map, Map)}
   */
  public void scores(int[] history, int[] known, float[] scores) {
    scores(state(history), known, scores);
  }

  /** The scores after a history's parts of a state. */
  void scores(float[] parts, int[] known, float[] scores) {
    Matrix user = Matrix.of(user(parts, known), 1, shape.dimension());
    System.arraycopy(parameters.bias(), 0, scores, 0, shape.items());
    Product.byTransposed(
        user,
        Matrix.of(parameters.score(), shape.items(), shape.dimension()),
        1,
        Matrix.of(scores, 1, shape.items()));
  }

  /**
   * The vector of whoever asks: a score is its product with the item's vector and the bias.
   *
   * @param history known items, oldest first
   * @param known of the request, as {@link #asked(Map, Map)}
   */
  public float[] vector(int[] history, int[] known) {
    return user(state(history), known);
  }

  /** The vectors of all items, one in each row. */
  public Matrix vectors() {
    return Matrix.of(parameters.score(), shape.items(), shape.dimension());
  }

  /** The biases of all items; nobody may change them. */
  public float[] biases() {
    return parameters.bias();
  }

  /**
   * The score of one item.
   *
   * @param history known items, oldest first
   * @param known of the request, as {@link #asked(Map, Map)}
   */
  public float score(int[] history, int[] known, int item) {
    float[] user = user(state(history), known);
    float score = parameters.bias()[item];
    for (int k = 0; k < user.length; k++) {
      score += user[k] * parameters.score()[item * user.length + k];
    }
    return score;
  }

  /** The user's vector. */
  private float[] user(float[] parts, int[] known) {
    float[] state = Arrays.copyOf(parts, shape.state());
    if (shape.asked() > 0) {
      shape.ask(known, parameters.asked(), state, 0);
    }
    float[] layer = parameters.layerBias().clone();
    Product.of(
        Matrix.of(state, 1, shape.state()),
        Matrix.of(parameters.layer(), shape.state(), shape.layer()),
        1,
        Matrix.of(layer, 1, shape.layer()));
    int hidden = shape.hidden();
    for (int gate = 0; gate < hidden; gate++) {
      layer[gate] *= 1 / (1 + Exponential.of(-layer[hidden + gate]));
    }
    Matrix user = new Matrix(layer, 2 * hidden, 1, shape.dimension(), shape.dimension());
    Product.of(
        Matrix.of(layer, 1, hidden),
        Matrix.of(parameters.out(), hidden, shape.dimension()),
        1,
        user);
    return Arrays.copyOfRange(layer, 2 * hidden, 2 * hidden + shape.dimension());
  }

  private float[] state(int[] history) {
    var parts = new float[shape.parts() * shape.dimension()];
    for (int at = Math.max(0, history.length - LOOKBACK); at < history.length; at++) {
      UserState.add(shape, parameters.read(), history[at], parts);
    }
    return parts;
  }

  /** Writes it to a model file. */
  public void write(ModelWriter out) {
    shape.write(out);
    asked.write(out);
    parameters.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static EmaNet read(ModelReader in) {
    Shape shape = Shape.read(in);
    RequestVocabulary asked = RequestVocabulary.read(in);
    return new EmaNet(shape, Parameters.read(shape, in), asked);
  }
}
