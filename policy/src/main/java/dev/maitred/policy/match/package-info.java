/**
 * Matching of actions, resources and principals against the elements of a statement.
 *
 * <p>Every element is compiled once and answers with a three-valued {@link
 * dev.maitred.policy.match.Match}: it matches, it does not, or it cannot tell (an ARN that is none,
 * a policy variable that has no value in this request). <em>Cannot tell</em> never makes an Allow
 * apply; in particular {@code NotAction}, {@code NotResource} and {@code NotPrincipal} turn
 * <em>does not match</em> into <em>matches</em>, and never <em>cannot tell</em>. A Deny applies all
 * the same ({@code Presumed}) where the doubt is about who asks or what the request has.
 *
 * <p>The answers carry their {@link dev.maitred.policy.match.Reason}s, made at compile time, so
 * that an explanation comes from the very evaluation that decided and costs nothing until it is
 * read.
 *
 * <p>Patterns are compared in time linear in the text for each 64 characters of pattern, whatever
 * wildcards they hold.
 */
@NullMarked
package dev.maitred.policy.match;

import org.jspecify.annotations.NullMarked;
