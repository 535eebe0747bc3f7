/**
 * Hyperparameter optimization: {@link dev.maitred.recommend.tuning.Tuning} measures candidates for
 * the settings of a recipe and keeps the best.
 */
@NullMarked
package dev.maitred.recommend.tuning;

import org.jspecify.annotations.NullMarked;
