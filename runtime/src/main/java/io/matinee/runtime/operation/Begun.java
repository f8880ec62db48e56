package io.matinee.runtime.operation;

/**
 * The answer to a request to begin an operation.
 *
 * @param operation the operation
 * @param fresh false when an equal request had begun it before
 */
public record Begun(Operation operation, boolean fresh) {}
