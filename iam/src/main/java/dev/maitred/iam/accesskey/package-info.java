/** Long-term access keys of users: made, listed, switched off and deleted. */
@NullMarked
package dev.maitred.iam.accesskey;

import org.jspecify.annotations.NullMarked;
