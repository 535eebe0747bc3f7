package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Hyperparameter;
import dev.maitred.recommend.Interactions;
import dev.maitred.recommend.Progress;
import dev.maitred.recommend.Recipe;
import dev.maitred.recommend.RecipeType;
import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.Rehearsal;
import dev.maitred.recommend.Settings;
import dev.maitred.recommend.TrainingData;
import dev.maitred.recommend.content.ItemContent;
import dev.maitred.recommend.linear.MarkovChain;
import dev.maitred.recommend.linear.SparseRows;
import dev.maitred.recommend.linear.Transitions;
import dev.maitred.recommend.model.ModelReader;
import dev.maitred.recommend.popularity.Popularity;
import dev.maitred.recommend.recipe.Contexts.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes with an item, by all that tells: how many had both, what came next and soon after, who
 * had them (as vectors), what they look like, and how popular they are, weighed so that the last
 * pairs of each user, held out, are likeliest. Items with fewer than five users go by their content
 * alone.
 *
 * <p>Hyperparameters of {@code aws-similar-items}:
 *
 * <ul>
 *   <li>{@code popularity_discount_factor} p: neighbours count by users^−p;
 *   <li>{@code item_id_hidden_dim}: dimensions of the vectors of who had the items;
 *   <li>{@code item_metadata_hidden_dim}: dimensions of the vectors of what they look like.
 * </ul>
 *
 * <p>The use cases are the same with other ideas of what goes together: items in one basket, in one
 * visit, in one history; {@code aws-vod-more-like-x} lets content count for at least half.
 *
 * @param together what makes events belong together
 * @param adjustable whether the hyperparameters are the caller's
 * @param byContent whether content counts for at least half, so that there must be an Items data
 *     set
 */
record SimilarItems(String name, Kind together, boolean adjustable, boolean byContent)
    implements Recipe {

  private static final Hyperparameter DISCOUNT =
      new Hyperparameter(
          "popularity_discount_factor",
          Hyperparameter.Type.CONTINUOUS,
          "0.0",
          0,
          1,
          false,
          Hyperparameter.Stage.ALGORITHM);
  private static final Hyperparameter ID_DIMENSION =
      Hyperparameter.ofInteger("item_id_hidden_dim", 100, 30, 200);
  private static final Hyperparameter METADATA_DIMENSION =
      Hyperparameter.ofInteger("item_metadata_hidden_dim", 100, 30, 200);

  private static final double COSINE = 0.5;

  /** The recipe and the use cases that are made alike. */
  static List<Recipe> all() {
    return List.of(
        new SimilarItems("aws-similar-items", Kind.HISTORY, true, false),
        useCase("aws-ecomm-frequently-bought-together", Kind.BASKET),
        useCase("aws-ecomm-customers-who-viewed-x-also-viewed", Kind.SESSION),
        useCase("aws-vod-because-you-watched-x", Kind.HISTORY),
        new SimilarItems("aws-vod-more-like-x", Kind.HISTORY, false, true));
  }

  private static Recipe useCase(String name, Kind together) {
    return new SimilarItems(name, together, false, false);
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
    return byContent;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return adjustable ? List.of(DISCOUNT, ID_DIMENSION, METADATA_DIMENSION) : List.of();
  }

  @Override
  public Recommender train(TrainingData data, Settings settings, Progress progress) {
    return rehearse(data, settings, progress.part(0, 0.5))
        .performance()
        .train(data, progress.part(0.5, 1));
  }

  @Override
  public Rehearsal rehearse(TrainingData data, Settings settings, Progress progress) {
    var contexts = Contexts.of(data.events(), together, settings.seed());
    Company company = company(data, contexts.training(), settings, progress.part(0, 0.7));
    double[] weights =
        CompanyFit.fit(company, contexts.pairs(), settings.seed(), progress.part(0.7, 0.9));
    return new Rehearsal(
        table(company, weights, settings, progress.part(0.9, 1)),
        (all, rest) -> {
          var whole = Contexts.of(all.events(), together, settings.seed());
          Company again = company(all, whole.events(), settings, rest.part(0, 0.8));
          return table(again, weights, settings, rest.part(0.8, 1));
        });
  }

  private Company company(
      TrainingData data, Interactions contexts, Settings settings, Progress progress) {
    progress.step("popularity", 0, data.events().events() + " events");
    var popularity = Popularity.of(contexts);
    var relations = new ArrayList<Relation>();
    progress.step("co-occurrence", 0.05, contexts.users() + " contexts");
    relations.add(
        new Relation.Listed(new CoOccurrence(contexts, 1, COSINE, item -> true).rows(progress)));
    if (together.ordered()) {
      progress.step("next", 0.25, "");
      relations.add(listed(MarkovChain.near(contexts, progress)));
      progress.step("markov", 0.3, "");
      relations.add(listed(MarkovChain.train(contexts, 1, progress)));
    }
    progress.step("vectors", 0.5, "");
    relations.add(
        Relation.Vectors.of(
            Relation.normalized(contexts),
            dimension(settings, ID_DIMENSION),
            settings.seed(),
            progress));
    int content = addContent(data, settings, relations, progress);
    progress.step("components", 1, relations.size() + " trained");
    return new Company(popularity, relations, content);
  }

  /** What a chain counted; how it weighs whole rows is nothing to {@link Company}. */
  private static Relation listed(Transitions chain) {
    return new Relation.Listed(chain.windows().getFirst().rows());
  }

  private int addContent(
      TrainingData data, Settings settings, List<Relation> relations, Progress progress) {
    var content = ItemContent.of(data.items(), progress);
    if (!content.known()) {
      return -1;
    }
    progress.step("content", 0.7, "");
    int at = relations.size();
    relations.add(new Relation.Listed(content.neighbours(SparseRows.KEPT, progress)));
    relations.add(
        Relation.Vectors.of(
            content.vectors(), dimension(settings, METADATA_DIMENSION), settings.seed(), progress));
    return at;
  }

  private int dimension(Settings settings, Hyperparameter hyperparameter) {
    return adjustable
        ? settings.integer(hyperparameter.name())
        : Integer.parseInt(hyperparameter.defaultValue());
  }

  private Recommender table(
      Company company, double[] weights, Settings settings, Progress progress) {
    progress.step("neighbours", 0, company.popularity().items() + " items");
    double discount = adjustable ? settings.number(DISCOUNT.name()) : 0;
    var rows =
        SparseRows.compute(
            company.popularity().items(),
            progress,
            (item, sum) -> {
              int[] candidates = company.candidates(item);
              float[] strengths = strengths(company, weights, discount, item, candidates);
              for (int at = 0; at < candidates.length; at++) {
                sum.add(candidates[at], strengths[at]);
              }
            });
    progress.step("neighbours", 1, rows.size() + " pairs");
    return new RelatedItems(name, "company", company.popularity(), rows);
  }

  /** Greater than 0, and 1 for the best; halved with the cosine of contents where those matter. */
  private float[] strengths(
      Company company, double[] weights, double discount, int item, int[] candidates) {
    float[][] signals = company.signals(item, candidates);
    var strengths = new float[candidates.length];
    double best = Double.NEGATIVE_INFINITY;
    var scores = new double[candidates.length];
    for (int at = 0; at < scores.length; at++) {
      int users = company.popularity().users(candidates[at]);
      scores[at] = CompanyFit.score(signals[at], weights) - discount * Math.log(users);
      best = Math.max(best, scores[at]);
    }
    for (int at = 0; at < scores.length; at++) {
      strengths[at] = (float) Math.exp(Math.max(scores[at] - best, -80));
    }
    if (byContent && company.content() >= 0) {
      halveWithContent(company, item, candidates, strengths);
    }
    return strengths;
  }

  private static void halveWithContent(
      Company company, int item, int[] candidates, float[] strengths) {
    Relation content = company.relations().get(company.content());
    float[] alike = content.strengths(item, candidates);
    float most = 0;
    for (float value : alike) {
      most = Math.max(most, value);
    }
    for (int at = 0; at < strengths.length; at++) {
      strengths[at] = strengths[at] / 2 + (most > 0 ? alike[at] / most / 2 : 0);
    }
  }

  @Override
  public Recommender read(ModelReader in) {
    return RelatedItems.read(in);
  }
}
