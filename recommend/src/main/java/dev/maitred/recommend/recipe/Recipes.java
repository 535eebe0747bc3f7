package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Recipe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The recipes that can be trained. */
public final class Recipes {

  private static final List<Recipe> ALL =
      Stream.of(
              Personalization.all(),
              List.<Recipe>of(
                  new Sims(),
                  new SemanticSimilarity(),
                  new Affinity(Affinity.OF_ITEMS),
                  new Affinity(Affinity.OF_ATTRIBUTES),
                  new NextBestAction()),
              PopularityCount.all(),
              Trending.all(),
              SimilarItems.all())
          .flatMap(List::stream)
          .toList();

  private Recipes() {}

  /** All of them. */
  public static List<Recipe> all() {
    return ALL;
  }

  /** The recipe of a name such as {@code aws-sims}, if it can be trained. */
  public static Optional<Recipe> named(String name) {
    return ALL.stream().filter(recipe -> recipe.name().equals(name)).findFirst();
  }
}
