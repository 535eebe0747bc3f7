/**
 * AWS's own service models (the C2J files that the SDKs are generated from), as far as a server
 * needs them: which operations there are, how a request names one, which errors it may answer with,
 * and what its input must satisfy.
 *
 * <p>Where members travel (header, query string, XML element) is not read from here but from the
 * SDK's model classes, whose {@code SdkField}s say the same.
 */
@NullMarked
package dev.maitred.wire.model;

import org.jspecify.annotations.NullMarked;
