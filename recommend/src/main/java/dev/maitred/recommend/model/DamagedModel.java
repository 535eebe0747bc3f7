package dev.maitred.recommend.model;

import java.nio.file.Path;

/** A model file that can't be read: cut off, altered, or not a model file. */
public final class DamagedModel extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedModel(String message) {
    super(message);
  }

  /** A model of a recipe that this program doesn't know. */
  public static DamagedModel ofUnknownRecipe(Path file, String recipe) {
    return new DamagedModel(
        "The model file %s is of the recipe `%s`, which this program does not know."
            .formatted(file, recipe));
  }
}
