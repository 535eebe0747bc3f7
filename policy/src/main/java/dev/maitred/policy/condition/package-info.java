/**
 * The {@code Condition} element: one file for each family of operators.
 *
 * <p>A {@code KeyCondition} is one operator with one key. It asks the request for the key's values,
 * deals with absent keys, {@code IfExists}, {@code ForAllValues:} and {@code ForAnyValue:}, and
 * leaves each single comparison to a {@code Comparison} compiled from one of the policy's values.
 * Tests are joined by <em>and</em>, the values of one test by <em>or</em> (negated operators: none
 * may match).
 *
 * <p>Rules: IAM user guide, "IAM JSON policy elements: Condition operators" and "Conditions with
 * multiple context keys or values".
 */
@NullMarked
package dev.maitred.policy.condition;

import org.jspecify.annotations.NullMarked;
