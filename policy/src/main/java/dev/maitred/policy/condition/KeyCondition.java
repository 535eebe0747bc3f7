package dev.maitred.policy.condition;

import dev.maitred.policy.match.Match;
import dev.maitred.policy.request.Request;

/** One operator with one key. */
sealed interface KeyCondition permits ComparisonCondition, NullCondition {
  /** Whether the request passes. */
  Match match(Request request);
}
