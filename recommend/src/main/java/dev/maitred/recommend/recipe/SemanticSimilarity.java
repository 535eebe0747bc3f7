package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Explanation;
import dev.maitred.recommend.Explanation.Part;
import dev.maitred.recommend.Features;
import dev.maitred.recommend.Features.Numbers;
import dev.maitred.recommend.Growing;
import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Query;
import dev.maitred.recommend.Ranking;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.content.TextSpace;
import dev.maitred.recommend.kernel.Sorted;
import dev.maitred.recommend.kernel.TopItems;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.model.ModelWriter;
import dev.maitred.recommend.popularity.Popularity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * {@code aws-semantic-similarity}: the items whose texts are most like those of a given one, with
 * events or without. At request time popularity and freshness may count beside: cos + w(p) · share
 * of items that are less popular + w(f) · e^(−age / 30 days), both as they were in training.
 *
 * <p>Every query looks at all items, which is exact; an index that is not would have to give the
 * same answers in every training.
 */
final class SemanticSimilarity implements Recipe {

  private static final String NAME = "aws-semantic-similarity";

  private static final String CREATED = "CREATION_TIMESTAMP";
  private static final double MONTH = 30 * 24 * 60 * 60.0;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RecipeType type() {
    return RecipeType.RELATED_ITEMS;
  }

  @Override
  public boolean scored() {
    return false;
  }

  @Override
  public boolean needsItems() {
    return true;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of();
  }

  @Override
  public Recommender train(TrainingData data, Settings settings, Progress progress) {
    progress.step("popularity", 0, "");
    var popularity = Popularity.of(data.events());
    progress.step("text", 0.05, data.items().rows() + " items");
    var space = TextSpace.of(data.items(), settings.seed(), progress);
    progress.step("vectors", 0.9, space.dimension() + " dimensions");
    float[] vectors = space.vectors(data.items(), progress);
    progress.step("vectors", 1, "");
    return new Model(space, vectors, popularity, percentiles(popularity), freshness(data));
  }

  private static float[] percentiles(Popularity popularity) {
    int[] sorted = IntStream.range(0, popularity.items()).map(popularity::users).sorted().toArray();
    var shares = new float[sorted.length];
    for (int item = 0; item < shares.length; item++) {
      int users = popularity.users(item);
      int below = Sorted.first(0, sorted.length, at -> sorted[at] >= users);
      shares[item] = (float) below / Math.max(1, sorted.length - 1);
    }
    return shares;
  }

  /** Ages are up to the newest event or item; 0 for an item of unknown age. */
  private static float[] freshness(TrainingData data) {
    var fresh = new float[data.items().rows()];
    if (data.items().named(CREATED).orElse(null) instanceof Numbers(var name, var created)) {
      double newest = Arrays.stream(data.events().time()).max().orElse(Long.MIN_VALUE);
      for (double time : created) {
        newest = time > newest ? time : newest;
      }
      for (int item = 0; item < fresh.length; item++) {
        double age = newest - created[item];
        fresh[item] = Double.isNaN(age) ? 0 : (float) Math.exp(-age / MONTH);
      }
    }
    return fresh;
  }

  @Override
  public Recommender read(ModelReader in) {
    return new Model(
        TextSpace.read(in), in.getFloats(), Popularity.read(in), in.getFloats(), in.getFloats());
  }

  /** Popularity and freshness know the items of the training only; the vectors know all. */
  private record Model(
      TextSpace space, float[] vectors, Popularity popularity, float[] popular, float[] fresh)
      implements Growing {

    @Override
    public String recipe() {
      return NAME;
    }

    @Override
    public int items() {
      return space.dimension() == 0 ? popularity.items() : vectors.length / space.dimension();
    }

    @Override
    public Growing with(Features items) {
      return new Model(space, space.vectors(items, Progress.none()), popularity, popular, fresh);
    }

    @Override
    public Ranking recommend(Query query) {
      IntPredicate others = item -> item != query.item() && query.filter().test(item);
      return Ranking.unscored(popularity.fillUp(near(query), query.limit(), others));
    }

    private int[] near(Query query) {
      if (!told(query.item())) {
        return new int[0];
      }
      var scores = new float[items()];
      for (int item = 0; item < scores.length; item++) {
        scores[item] =
            item != query.item() && told(item)
                ? (float) (cosine(query.item(), item) + influence(query, item))
                : Float.NEGATIVE_INFINITY;
      }
      return TopItems.select(scores, query.limit(), query.filter());
    }

    /** Whether the item has a text that says anything. */
    private boolean told(int item) {
      if (item < 0 || item >= items()) {
        return false;
      }
      int from = item * space.dimension();
      for (int at = from; at < from + space.dimension(); at++) {
        if (vectors[at] != 0) {
          return true;
        }
      }
      return false;
    }

    private float cosine(int item, int other) {
      int one = item * space.dimension();
      int two = other * space.dimension();
      float sum = 0;
      for (int at = 0; at < space.dimension(); at++) {
        sum += vectors[one + at] * vectors[two + at];
      }
      return sum;
    }

    private double influence(Query query, int item) {
      return query.influence().popularity() * share(popular, item)
          + query.influence().freshness() * share(fresh, item);
    }

    private static float share(float[] shares, int item) {
      return item < shares.length ? shares[item] : 0;
    }

    @Override
    public Explanation explain(Query query, int item) {
      float cosine = told(query.item()) && told(item) ? cosine(query.item(), item) : 0;
      return Explanation.of(
          item,
          List.of(
              new Part("text", Explanation.NO_EVENT, cosine),
              new Part(
                  "popularity",
                  Explanation.NO_EVENT,
                  query.influence().popularity() * share(popular, item)),
              new Part(
                  "freshness",
                  Explanation.NO_EVENT,
                  query.influence().freshness() * share(fresh, item))));
    }

    @Override
    public void save(Path file) {
      ModelWriter.write(
          file,
          NAME,
          out -> {
            space.write(out);
            out.putFloats(vectors);
            popularity.write(out);
            out.putFloats(popular);
            out.putFloats(fresh);
          });
    }
  }
}
