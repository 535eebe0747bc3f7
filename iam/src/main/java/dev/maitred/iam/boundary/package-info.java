/** Permissions boundaries: the managed policy that limits a user or a role. */
@NullMarked
package dev.maitred.iam.boundary;

import org.jspecify.annotations.NullMarked;
