/**
 * Decisions in words: AWS's error message, a text for people, JSON for programs.
 *
 * <p>Nothing here decides. A {@link dev.maitred.policy.explain.Explanation} asks every statement
 * that had a say once more what it made of the request, and writes the answers down; of a silent
 * layer it says which statement is missing.
 */
@NullMarked
package dev.maitred.policy.explain;

import org.jspecify.annotations.NullMarked;
