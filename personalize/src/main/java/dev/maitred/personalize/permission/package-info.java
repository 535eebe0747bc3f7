/**
 * What each operation of the Personalize services requires of its caller.
 *
 * <p>The actions, resource types and condition keys are those of AWS's service authorization
 * reference for {@code personalize}.
 */
@NullMarked
package dev.maitred.personalize.permission;

import org.jspecify.annotations.NullMarked;
