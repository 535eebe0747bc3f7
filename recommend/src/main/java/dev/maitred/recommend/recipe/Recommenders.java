package dev.maitred.recommend.recipe;

import dev.maitred.recommend.Recommender;
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
            Recipes.named(in.recipe())
                .orElseThrow(() -> DamagedModel.ofUnknownRecipe(file, in.recipe()))
                .read(in));
  }
}
