/**
 * AWS's protocols from the server's side: everything between a socket and a service's typed method.
 *
 * <p>A {@link dev.maitred.wire.http.HttpListener} hands each request to the {@link
 * dev.maitred.wire.RequestPipeline}, which is the whole story in the order in which it happens:
 *
 * <ol>
 *   <li>the credential scope that it claims, and its looks, say which service it is for;
 *   <li>the signature is verified ({@link dev.maitred.wire.SignatureCheck}), must be one for that
 *       service, and yields the caller;
 *   <li>the service's {@link dev.maitred.wire.protocol.Protocol} finds the operation and reads the
 *       input into the SDK's request class;
 *   <li>the input is held against AWS's model ({@link dev.maitred.wire.constraint.Constraints});
 *   <li>the operation's {@link dev.maitred.wire.access.Row} says what the caller must be allowed,
 *       and the {@link dev.maitred.wire.access.Authority} decides every bit of it;
 *   <li>the handler that overrides the operation's method does the work;
 *   <li>the answer, or whatever went wrong, is written as AWS writes it, and every {@link
 *       dev.maitred.wire.Observer} sees what became of the request.
 * </ol>
 *
 * <p>A service is an {@link dev.maitred.wire.AwsService}: a model's name, a table and handlers. Its
 * operations are found once, at the start, which is refused if table, handlers and model do not fit
 * each other. {@link dev.maitred.wire.InProcess} gives other services the same operations under the
 * same table and authority, without a socket.
 *
 * <p>The wire knows no service by name, keeps no state, and may use AWS's models only.
 */
@NullMarked
package dev.maitred.wire;

import org.jspecify.annotations.NullMarked;
