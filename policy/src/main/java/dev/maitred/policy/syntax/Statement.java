package dev.maitred.policy.syntax;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a policy, as written.
 *
 * @param index its place in the document, counted from 0
 * @param sid its id, if it has one
 * @param effect {@code Allow} or {@code Deny} in any case
 * @param principal {@code Principal} or {@code NotPrincipal}
 * @param action {@code Action} or {@code NotAction}
 * @param resource {@code Resource} or {@code NotResource}
 * @param conditions the tests of {@code Condition}, all of which must hold
 */
public record Statement(
    int index,
    Optional<Text> sid,
    Text effect,
    Optional<PrincipalListing> principal,
    Optional<Listing> action,
    Optional<Listing> resource,
    List<Condition> conditions,
    Span span,
    Path path) {}
