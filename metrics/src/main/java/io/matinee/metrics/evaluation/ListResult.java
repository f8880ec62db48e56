package io.matinee.metrics.evaluation;

import java.util.Map;

/**
 * What came of judging lists.
 *
 * @param perUser for each metric [users] values in the order of the metrics; NaN where not defined
 * @param lists [users][at most k] indices of movies, best first
 */
public record ListResult(Map<String, double[]> perUser, int[][] lists) {}
