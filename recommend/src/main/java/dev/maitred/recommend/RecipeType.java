package dev.maitred.recommend;

/**
 * What a recipe is asked for, as Personalize names it in {@code recipeType}; it decides which part
 * of a {@link Query} counts.
 */
public enum RecipeType {
  /** The next items of a user, from the user's history. */
  USER_PERSONALIZATION,
  /** The same items for everybody. */
  POPULAR_ITEMS,
  /** The items that go with a given item. */
  RELATED_ITEMS,
  /** A given list of items in the order that suits a user. */
  PERSONALIZED_RANKING,
  /** The users whom an item, or an attribute of items, suits. */
  USER_SEGMENTATION,
  /** The actions that a user will most likely take. */
  PERSONALIZED_ACTIONS
}
