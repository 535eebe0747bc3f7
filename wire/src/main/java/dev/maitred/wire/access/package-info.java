/**
 * Who calls, what they need, and who decides: the vocabulary that the wire, the authority and the
 * services share.
 *
 * <p>A verified signature yields a {@link dev.maitred.wire.access.Caller}; the operation's {@link
 * dev.maitred.wire.access.Row} turns its input into {@link dev.maitred.wire.access.Requirement}s;
 * the {@link dev.maitred.wire.access.Authority} allows every one of them or refuses. Services never
 * decide by themselves.
 */
@NullMarked
package dev.maitred.wire.access;

import org.jspecify.annotations.NullMarked;
