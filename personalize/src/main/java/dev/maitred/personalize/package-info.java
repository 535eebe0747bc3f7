/**
 * The Amazon Personalize API: control plane, runtime and events.
 *
 * <p>{@link dev.maitred.personalize.Personalize} puts the features together. Each feature is a
 * package with one class that implements the SDK's client interface for its own operations; all of
 * them share the table in {@code resource} and the states in {@code lifecycle}. What an operation
 * requires of its caller stands in {@code permission}; no feature checks permissions itself.
 */
@NullMarked
package dev.maitred.personalize;

import org.jspecify.annotations.NullMarked;
