package io.matinee.metrics.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * One figure of an evaluation.
 *
 * @param metric the metric's name, e.g. "ndcg"
 * @param value the value, in the metric's own unit
 * @param interval its 95 % interval; null for a figure without one
 * @param count the users (or rows, for rating metrics) that the value is a mean of
 * @param k the cut-off of list metrics; 0 for rating metrics
 */
public record Figure(String metric, double value, @Nullable Interval interval, long count, int k) {}
