/**
 * {@code ./maitred evaluate} and {@code ./maitred explain-recommendation}: how good the recipes are
 * on somebody's data, and why they answer what they answer; no server is needed.
 */
@NullMarked
package dev.maitred.server.evaluate;

import org.jspecify.annotations.NullMarked;
