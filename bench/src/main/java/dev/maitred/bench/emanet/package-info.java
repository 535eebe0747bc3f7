/**
 * How long the network takes to learn, next to a numpy reference, and to follow a user's events.
 */
@NullMarked
package dev.maitred.bench.emanet;

import org.jspecify.annotations.NullMarked;
