package io.matinee.metrics.evaluation;

/**
 * A 95 % interval.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {}
