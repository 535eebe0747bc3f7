/** The account, its root user, and its sums. */
@NullMarked
package dev.maitred.iam.account;

import org.jspecify.annotations.NullMarked;
