package io.matinee.metrics.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * One figure of an evaluation.
 *
 * @param name what it is of
 * @param value the value, in the metric's own unit
 * @param interval its 95 % interval; null for a figure without one
 * @param count the users (or rows, for rating metrics) that the value is a mean of
 */
public record Figure(FigureName name, double value, @Nullable Interval interval, long count) {}
