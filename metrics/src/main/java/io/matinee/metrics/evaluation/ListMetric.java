package io.matinee.metrics.evaluation;

import io.matinee.model.metric.ranking.Relevance;

/**
 * A metric of users' lists.
 *
 * @param name what its mean over users is called
 * @param perUser its value for one user; thread-safe
 */
public record ListMetric(FigureName name, OfUser perUser) {
  /** The value of a metric for one user. */
  @FunctionalInterface
  public interface OfUser {
    /**
     * Judges a list.
     *
     * @param list indices of movies, best first; may be longer than the metric's cut-off
     * @param relevant the movies that are relevant to the user
     * @return the value; NaN where it is not defined
     */
    double of(int[] list, Relevance relevant);
  }
}
