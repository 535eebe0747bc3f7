/**
 * HTTP as the wire sees it: a request exactly as it arrived, an answer as it will leave, and the
 * listener between them and the socket.
 *
 * <p>Paths, queries and header values are kept byte for byte, because a signature covers them in
 * that form.
 */
@NullMarked
package dev.maitred.wire.http;

import org.jspecify.annotations.NullMarked;
