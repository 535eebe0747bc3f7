/**
 * Signing vectors replayed against the signature check: each signed request is accepted at its own
 * time, and refused with the right fault once anything about it is altered.
 */
@NullMarked
package dev.maitred.conformance.sigv4;

import org.jspecify.annotations.NullMarked;
