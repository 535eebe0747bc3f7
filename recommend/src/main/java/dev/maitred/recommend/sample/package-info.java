/**
 * An invented world of films and their watchers, for demonstrations and tests: always the same for
 * the same seed, with structure that a good recommender finds. Films come in series that are
 * watched in order, an evening keeps to one genre, tastes differ between users and drift little, a
 * few films are watched by nearly everyone, and new films are in fashion for a while.
 */
@NullMarked
package dev.maitred.recommend.sample;

import org.jspecify.annotations.NullMarked;
