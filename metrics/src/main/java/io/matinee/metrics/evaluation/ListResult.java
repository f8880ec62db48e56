package io.matinee.metrics.evaluation;

import io.matinee.model.metric.beyond.RecommendationCounts;
import java.util.Map;
import java.util.SortedMap;

/**
 * What came of judging lists.
 *
 * @param perUser for each metric [users] values in the order of the metrics; NaN where not defined
 * @param counts how often each movie was recommended, by cut-off, ascending
 */
public record ListResult(
    Map<FigureName, double[]> perUser, SortedMap<Integer, RecommendationCounts> counts) {}
