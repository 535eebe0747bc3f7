/**
 * The one place that decides: a caller's policies gathered, evaluated, and the answer explained.
 */
@NullMarked
package dev.maitred.iam.authority;

import org.jspecify.annotations.NullMarked;
