/**
 * The recipes by their names at AWS ({@code Recipes}), the reading of the models they make ({@code
 * Recommenders}), and how items go together ({@code Company} of several {@code Relation}s). What
 * foresees a user's next items is in {@code blend}.
 */
@NullMarked
package dev.maitred.recommend.recipe;

import org.jspecify.annotations.NullMarked;
