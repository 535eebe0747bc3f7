package dev.maitred.personalize.recipe;

/** The ARNs of what AWS owns: they have neither region nor account. */
public final class RecipeArns {
  private static final String PREFIX = "arn:aws:personalize:::";

  private RecipeArns() {}

  public static String recipe(String name) {
    return PREFIX + "recipe/" + name;
  }

  static String algorithm(String name) {
    return PREFIX + "algorithm/" + name;
  }

  static String featureTransformation(String name) {
    return PREFIX + "feature-transformation/" + name;
  }
}
