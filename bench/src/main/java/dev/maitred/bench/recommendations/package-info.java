/**
 * How many signed requests for recommendations a server answers, and how fast.
 *
 * <p>{@link dev.maitred.bench.recommendations.Shop} trains and deploys through the public API;
 * {@link dev.maitred.bench.recommendations.SignedRequests} signs beforehand; {@link
 * dev.maitred.bench.recommendations.Load} sends.
 */
@NullMarked
package dev.maitred.bench.recommendations;

import org.jspecify.annotations.NullMarked;
