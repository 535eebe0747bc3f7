/** Users: made, read, renamed, deleted. */
@NullMarked
package dev.maitred.iam.user;

import org.jspecify.annotations.NullMarked;
