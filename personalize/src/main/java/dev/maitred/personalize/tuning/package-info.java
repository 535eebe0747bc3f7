/**
 * Hyperparameter optimization: what {@code performHPO} and {@code hpoConfig} ask for, checked
 * against the recipe, and the settings that are tried for it.
 */
@NullMarked
package dev.maitred.personalize.tuning;

import org.jspecify.annotations.NullMarked;
