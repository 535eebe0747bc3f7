/**
 * How good a recipe is: Personalize's offline metrics on its own split, leave-one-out, and training
 * with metrics.
 */
@NullMarked
package dev.maitred.recommend.evaluation;

import org.jspecify.annotations.NullMarked;
