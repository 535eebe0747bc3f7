/**
 * Models whose score is a sum over the events of a history, exact to explain. {@code Transitions},
 * item-item matrices, is the trained form of {@code MarkovChain}, {@code SequenceRidge} and {@code
 * Ease}; {@code SessionNeighbours} looks up past sessions like the one at hand. {@code
 * HistoryModel} is the face of both.
 */
@NullMarked
package dev.maitred.recommend.linear;

import org.jspecify.annotations.NullMarked;
