package dev.maitred.recommend.sample;

/**
 * One user watched one film.
 *
 * @param user the user's id, such as {@code user-0042}
 * @param item the film's id
 * @param time in seconds since 1970-01-01T00:00Z
 */
public record Watch(String user, String item, long time) {}
