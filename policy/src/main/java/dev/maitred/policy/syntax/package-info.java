/**
 * The grammar of the IAM JSON policy language: text in, a syntax tree with positions out.
 *
 * <p>{@link dev.maitred.policy.syntax.Document#parse} is the way in. It reads strict JSON (no
 * comments, no duplicate keys, nothing after the document, bounded depth and size) and then the
 * policy grammar of the IAM user guide, "Grammar of the IAM JSON policy language". What it refuses
 * is what IAM answers with {@code Syntax errors in policy.}; what is merely inadvisable, or wrong
 * for one kind of policy only, is left to {@code dev.maitred.policy.validate}.
 *
 * <p>The tree keeps every text as it was written, so that other readers of it (validators, the
 * compiler in {@code decide}, linters, formatters) see what the author saw.
 */
@NullMarked
package dev.maitred.policy.syntax;

import org.jspecify.annotations.NullMarked;
