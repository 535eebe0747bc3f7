/**
 * Recommendations: from a campaign to its model, from a user to a history, from both to an answer.
 *
 * <p>{@link dev.maitred.personalize.runtime.Recommendations} answers the calls; {@link
 * dev.maitred.personalize.runtime.Deployments} knows what each campaign serves. Nothing here reads
 * SQL once a campaign and a user have been asked for.
 */
@NullMarked
package dev.maitred.personalize.runtime;

import org.jspecify.annotations.NullMarked;
