/**
 * Linear models of what follows what, exact to train and exact to explain: the score of an item is
 * a sum over the last events, one term for each. {@code Transitions} is the trained form of all of
 * them; {@code MarkovChain} and {@code SequenceRidge} train it.
 */
@NullMarked
package dev.maitred.recommend.linear;

import org.jspecify.annotations.NullMarked;
