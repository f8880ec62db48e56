package io.matinee.metrics.evaluation;

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
     * @param user the user's index
     * @param list [at most k] indices of movies, best first
     * @return the value; NaN where it is not defined
     */
    double of(int user, int[] list);
  }
}
