/** Managed policies with their versions, inline policies, and what is attached to whom. */
@NullMarked
package dev.maitred.iam.policy;

import org.jspecify.annotations.NullMarked;
