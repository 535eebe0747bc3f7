package dev.maitred.wire.model;

/**
 * An error that an operation declares.
 *
 * @param shape the name of its shape, such as {@code NoSuchEntityException}
 * @param code the code on the wire, such as {@code NoSuchEntity}; the shape's name where the model
 *     gives no other
 * @param status the HTTP status; 400 where the model gives none
 */
public record ErrorModel(String shape, String code, int status) {}
