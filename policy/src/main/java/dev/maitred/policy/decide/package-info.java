/**
 * Compiled policies, the layers they form, and the decision they come to.
 *
 * <p>Parse each {@link dev.maitred.policy.decide.Policy} once, gather the policies that apply to a
 * caller in {@link dev.maitred.policy.decide.Layers}, and ask for the {@link
 * dev.maitred.policy.decide.Decision} on each request. All three are immutable and safe for use by
 * many threads.
 */
@NullMarked
package dev.maitred.policy.decide;

import org.jspecify.annotations.NullMarked;
