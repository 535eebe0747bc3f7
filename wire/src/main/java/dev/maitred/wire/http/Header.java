package dev.maitred.wire.http;

/**
 * One header line.
 *
 * @param name as it was sent; compared without regard to case
 * @param value as it was sent, blanks at both ends removed as HTTP says
 */
public record Header(String name, String value) {}
