/** Who is behind an access key: users, the root user, and sessions of both and of roles. */
@NullMarked
package dev.maitred.iam.caller;

import org.jspecify.annotations.NullMarked;
