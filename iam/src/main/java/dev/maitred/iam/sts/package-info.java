/**
 * The Security Token Service: who am I, sessions of roles and users, and roles passed to services.
 */
@NullMarked
package dev.maitred.iam.sts;

import org.jspecify.annotations.NullMarked;
