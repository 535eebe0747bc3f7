package dev.maitred.policy.syntax;

import java.util.List;

/**
 * One test of a {@code Condition} element: an operator, a key and the values to compare with.
 *
 * @param operator what is tested
 * @param operatorText its name as written
 * @param key the condition key as written; keys ignore case
 * @param values the policy's values; may be empty
 */
public record Condition(
    ConditionOperator operator, Text operatorText, Text key, List<Text> values) {}
