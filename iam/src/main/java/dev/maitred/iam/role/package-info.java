/** Roles and the trust policies that say who may assume them. */
@NullMarked
package dev.maitred.iam.role;

import org.jspecify.annotations.NullMarked;
