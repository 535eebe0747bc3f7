package dev.maitred.policy.syntax;

/**
 * The stretch of text that one element takes up.
 *
 * @param start its first character
 * @param end the character after its last
 */
public record Span(Position start, Position end) {}
