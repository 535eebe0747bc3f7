/**
 * How resources come into being and go: {@code CREATE PENDING → CREATE IN_PROGRESS → ACTIVE} or
 * {@code CREATE FAILED}, and {@code DELETE PENDING → DELETE IN_PROGRESS →} gone.
 *
 * <p>{@link dev.maitred.personalize.lifecycle.Lifecycle} writes the row and enqueues the job in one
 * transaction, so a resource that was acknowledged is finished also after a crash. What a kind of
 * resource has to do on the way, such as loading a model or dropping rows, is a {@link
 * dev.maitred.personalize.lifecycle.Lifecycle.Step}.
 */
@NullMarked
package dev.maitred.personalize.lifecycle;

import org.jspecify.annotations.NullMarked;
