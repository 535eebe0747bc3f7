package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Recommender;
import dev.maitred.recommend.blend.Blend;
import dev.maitred.recommend.model.DamagedModel;
import dev.maitred.recommend.model.ModelReader;
import java.nio.file.Path;

/** Reads trained models of every recipe. */
public final class Recommenders {

  private Recommenders() {}

  /**
   * Reads a model that {@link Recommender#save} wrote.
   *
   * @throws DamagedModel if the file is cut off, altered, or no model file
   * @throws java.io.UncheckedIOException if the file can't be read
   */
  public static Recommender load(Path file) {
    return ModelReader.read(
        file,
        in ->
            switch (in.recipe()) {
              case PopularityCount.NAME,
                  PopularityCount.MOST_VIEWED,
                  PopularityCount.BEST_SELLERS,
                  PopularityCount.MOST_WATCHED ->
                  PopularityCount.read(in);
              case Trending.NAME, Trending.VIDEO_NAME -> Trending.read(in);
              case Affinity.OF_ITEMS, Affinity.OF_ATTRIBUTES -> Affinity.read(in);
              case NextBestAction.NAME -> NextBestAction.read(in);
              case Sims.NAME -> Sims.read(in);
              case SimilarItems.NAME,
                  SimilarItems.BOUGHT_TOGETHER,
                  SimilarItems.ALSO_VIEWED,
                  SimilarItems.BECAUSE_YOU_WATCHED,
                  SimilarItems.MORE_LIKE ->
                  SimilarItems.read(in);
              case SemanticSimilarity.NAME -> SemanticSimilarity.read(in);
              case Personalization.USER_V1,
                  Personalization.USER_V2,
                  Personalization.RANKING_V1,
                  Personalization.RANKING_V2,
                  Personalization.RECOMMENDED_FOR_YOU,
                  Personalization.TOP_PICKS ->
                  Blend.read(in);
              default -> throw DamagedModel.ofUnknownRecipe(file, in.recipe());
            });
  }
}
