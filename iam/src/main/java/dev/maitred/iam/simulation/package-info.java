/**
 * IAM's policy simulator: what policies would decide, by the engine that decides about requests.
 *
 * <p>Keys that a simulation does not name are absent, also those that every request has.
 */
@NullMarked
package dev.maitred.iam.simulation;

import org.jspecify.annotations.NullMarked;
