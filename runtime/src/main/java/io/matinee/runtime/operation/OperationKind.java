package io.matinee.runtime.operation;

/**
 * A kind of operations, which run one at a time.
 *
 * @param name e.g. {@code train}; filters name it
 * @param repeatsFailures whether the request of one that failed, when it is repeated, begins it
 *     anew under its id; otherwise the failed one is returned
 */
public record OperationKind(String name, boolean repeatsFailures) {}
