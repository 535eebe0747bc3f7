/**
 * Durable state: what is acknowledged survives {@code kill -9}.
 *
 * <p>{@link dev.maitred.store.Database} is SQL in one SQLite file. Each service brings its own
 * tables as Flyway migrations and its own statements, and may keep answers in memory ({@link
 * dev.maitred.store.Remembered}).
 */
@NullMarked
package dev.maitred.store;

import org.jspecify.annotations.NullMarked;
