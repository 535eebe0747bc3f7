package dev.maitred.server.evaluate;

import dev.maitred.recommend.evaluation.Estimate;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What came of one recipe.
 *
 * @param recipe its name
 * @param metrics by name
 * @param trainingSeconds how long the training took
 * @param peakBytes the most memory during the training ({@link PeakMemory})
 * @param modelBytes the size of the model file; empty for a baseline, which has none
 * @param rankingsPerSecond by all threads together; 0 if not counted
 */
record Result(
    String recipe,
    Map<String, Estimate> metrics,
    double trainingSeconds,
    long peakBytes,
    OptionalLong modelBytes,
    double rankingsPerSecond) {}
