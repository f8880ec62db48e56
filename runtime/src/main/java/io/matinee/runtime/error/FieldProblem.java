package io.matinee.runtime.error;

/**
 * What is wrong with one field of a request.
 *
 * @param field the path of the field as the contract spells it, e.g. {@code ratings[2].rating}
 * @param problem what is wrong, and what would be right
 */
public record FieldProblem(String field, String problem) {}
