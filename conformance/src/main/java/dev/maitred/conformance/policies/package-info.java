/**
 * Generated cases, decided by the policy engine and by an {@link dev.maitred.conformance.oracle
 * oracle}: {@code ./maitred conformance policies}.
 *
 * <p>{@code GeneratedCases} makes cases up, {@code Shrinking} makes a disagreement small, {@code
 * Traits} say what it is made of, and {@code settled.json} lists the differences that the IAM user
 * guide has settled.
 */
@NullMarked
package dev.maitred.conformance.policies;

import org.jspecify.annotations.NullMarked;
