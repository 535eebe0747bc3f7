package dev.maitred.recommend.trend;

import dev.maitred.recommend.Recommender;

/**
 * A model of what is on the rise, which lives on with new events and without training (developer
 * guide, native-recipe-trending-now). Immutable: each change gives another model.
 */
public interface Trends extends Recommender {

  /** The counters. */
  TrendCounts counts();

  /** The model after further events, as of the newest of all. */
  Trends advanced(int[] items, long[] times);
}
