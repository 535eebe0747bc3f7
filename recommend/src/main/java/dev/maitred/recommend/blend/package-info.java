/**
 * The blend: components that each say something of every item after a history, and one weight for
 * each thing they say.
 *
 * <p>A {@link dev.maitred.recommend.blend.Component} is trained by a {@link
 * dev.maitred.recommend.blend.Trainer}. {@link dev.maitred.recommend.blend.BlendTraining} trains
 * all of them without the latest events of some users ({@code HeldOut}), lets {@code BlendFit} find
 * the weights that foresee those events best ({@code CaseTable} is what the components say of
 * them), drops what does not help, and trains what is left on everything. The result is a {@link
 * dev.maitred.recommend.blend.Blend}.
 */
@NullMarked
package dev.maitred.recommend.blend;

import org.jspecify.annotations.NullMarked;
