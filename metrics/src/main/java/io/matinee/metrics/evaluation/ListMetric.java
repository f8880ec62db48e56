package io.matinee.metrics.evaluation;

import io.matinee.model.metric.ranking.Relevance;

/**
 * A metric of users' lists.
 *
 * @param name the metric's name, e.g. "ndcg"
 * @param perUser its value for one user; thread-safe
 */
public record ListMetric(String name, OfUser perUser) {
  /** The value of a metric for one user. */
  @FunctionalInterface
  public interface OfUser {
    /**
     * Judges a list.
     *
     * @param list [at most k] indices of movies, best first
     * @param relevant the movies that are relevant to the user
     * @return the value; NaN where it is not defined
     */
    double of(int[] list, Relevance relevant);
  }
}
