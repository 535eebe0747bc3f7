/**
 * Replays published vectors against the code that serves requests: {@code ./maitred conformance
 * DIR} takes the folder and says what was accepted, refused and failed.
 */
@NullMarked
package dev.maitred.conformance;

import org.jspecify.annotations.NullMarked;
