/**
 * {@code ./maitred policy}: the policy engine for files, without a server.
 *
 * <p>It checks, simulates and explains by the same {@code policy} library that decides about
 * requests, so what it says of a file holds for the server.
 */
@NullMarked
package dev.maitred.server.policy;

import org.jspecify.annotations.NullMarked;
