package dev.maitred.wire.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A shape and what its values must satisfy.
 *
 * @param name such as {@code Arn}
 * @param type {@code structure}, {@code list}, {@code map}, {@code string}, {@code integer}, …
 * @param min the least length, size or value
 * @param max the greatest length, size or value
 * @param pattern a Java regular expression that the whole string matches
 * @param values what an enumeration allows, in the model's order; empty for anything else
 * @param required the members that a structure must have
 * @param members a structure's members: from name to shape; {@code member} of a list, {@code key}
 *     and {@code value} of a map
 * @param sensitive whether its values must not be shown
 */
public record ShapeModel(
    String name,
    String type,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    Optional<String> pattern,
    List<String> values,
    Set<String> required,
    Map<String, String> members,
    boolean sensitive) {}
