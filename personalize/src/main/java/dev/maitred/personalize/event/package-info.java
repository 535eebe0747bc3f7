/**
 * Events as they happen: trackers, the calls that bring events and records, and their durable log.
 *
 * <p>An event is acknowledged once it is on disk ({@link dev.maitred.personalize.event.EventLog};
 * calls that come at the same time share one write). From then on it is part of its user's history:
 * the next answer sees it, and so does the next training.
 */
@NullMarked
package dev.maitred.personalize.event;

import org.jspecify.annotations.NullMarked;
