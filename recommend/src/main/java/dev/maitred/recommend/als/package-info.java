/**
 * Implicit-feedback matrix factorization by alternating least squares. {@code ImplicitAls} trains
 * {@code ItemFactors} from {@code Preferences}; the model keeps no users: a user is a {@code
 * Taste}, solved anew from a history whenever it is asked for, so a new event counts at once and
 * every score is a sum with one part for each event.
 *
 * <p>Sources: Hu, Koren and Volinsky, <i>Collaborative Filtering for Implicit Feedback
 * Datasets</i>, 2008; Rendle, Krichene, Zhang and Koren, <i>Revisiting the Performance of iALS on
 * Item Recommendation Benchmarks</i>, 2022.
 */
@NullMarked
package dev.maitred.recommend.als;

import org.jspecify.annotations.NullMarked;
