/** What each operation of IAM requires of its caller. */
@NullMarked
package dev.maitred.iam.permission;

import org.jspecify.annotations.NullMarked;
