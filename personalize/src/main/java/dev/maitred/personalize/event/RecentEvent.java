package dev.maitred.personalize.event;

import org.jspecify.annotations.Nullable;

/**
 * What recommendations need of a streamed event.
 *
 * @param number its place in the log
 */
public record RecentEvent(long number, String item, String type, @Nullable Float value) {}
