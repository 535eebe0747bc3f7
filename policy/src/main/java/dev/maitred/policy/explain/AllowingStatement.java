package dev.maitred.policy.explain;

import dev.maitred.policy.decide.Layer;

/**
 * A statement that is missing from a layer for a request to be allowed.
 *
 * @param layer where it would have to be; for service control policies, at each level that has none
 * @param json the statement, for a policy of version 2012-10-17
 */
public record AllowingStatement(Layer layer, String json) {}
