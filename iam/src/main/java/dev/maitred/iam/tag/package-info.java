/** Tags on users, roles and policies. */
@NullMarked
package dev.maitred.iam.tag;

import org.jspecify.annotations.NullMarked;
