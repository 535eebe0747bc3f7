/**
 * Long work as durable rows: importing, training, exporting.
 *
 * <p>A service enqueues a job in the same transaction in which it writes the resource that the job
 * is about, so there is never one without the other. A job that was running when the process died
 * runs again when the server starts; its {@link dev.maitred.store.jobs.Job} must therefore bear
 * being run twice.
 */
@NullMarked
package dev.maitred.store.jobs;

import org.jspecify.annotations.NullMarked;
