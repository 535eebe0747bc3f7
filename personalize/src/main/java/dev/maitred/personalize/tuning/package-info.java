/**
 * Hyperparameter optimization: what {@code performHPO} and {@code hpoConfig} ask for, checked
 * against the recipe, and the search that follows it.
 */
@NullMarked
package dev.maitred.personalize.tuning;

import org.jspecify.annotations.NullMarked;
