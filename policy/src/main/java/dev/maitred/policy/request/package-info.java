/**
 * What is asked of the policies: who wants to do what to which resource, and in which
 * circumstances.
 *
 * <p>A {@link dev.maitred.policy.request.Request} is made once per call that is to be authorized;
 * it takes its action and ARN apart then, so that no policy has to do so again.
 */
@NullMarked
package dev.maitred.policy.request;

import org.jspecify.annotations.NullMarked;
