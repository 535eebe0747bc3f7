/**
 * EmaNet, a network for the next item without attention: a user's state is the last few items and a
 * few exponentially decayed sums of item vectors, a gated layer reads it, and one product with the
 * item matrix scores.
 *
 * <p>For item vectors e, decays γ and a position t in a history x:
 *
 * <pre>
 * s_m(t) = γ_m · s_m(t − 1) + √(1 − γ_m²) · e(x_t)
 * z(t)   = [e(x_t), e(x_t−1), …, s_1(t), s_2(t), …, Σ a_v]
 * u(t)   = z·W0 + ((z·Wa + ba) ⊙ σ(z·Wb + bb))·W2 + b
 * score of item j = u·f_j + c_j
 * </pre>
 *
 * <p>where a_v are the vectors of what is known of the request: values of the user's metadata and
 * of the context. That part is missing if the data have no such columns. While a network learns, e
 * and f are themselves sums: of an item's own vector and those of its words.
 *
 * <p>{@link dev.maitred.recommend.emanet.EmaNet} is the trained network, {@link
 * dev.maitred.recommend.emanet.EmaNetTraining} makes one, {@link
 * dev.maitred.recommend.emanet.UserState} follows a user's events. Of a training, {@code Chunks}
 * cuts the histories, {@code Pass} goes forward and back through a share of a batch, {@code Adam}
 * and {@code Rows} move the parameters. A batch is always cut into the same shares and their
 * gradients are added in one order, so a model does not depend on the number of threads.
 *
 * <p>{@code TrainingStep} is the seam for a GPU: it holds the parameters and learns from a batch,
 * and nothing else in a training touches them.
 */
@NullMarked
package dev.maitred.recommend.emanet;

import org.jspecify.annotations.NullMarked;
