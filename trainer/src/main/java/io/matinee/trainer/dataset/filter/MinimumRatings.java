package io.matinee.trainer.dataset.filter;

/**
 * How many ratings movies and users must have.
 *
 * @param perMovie the bound for a movie; 0 for none
 * @param perUser the bound for a user; 0 for none
 * @param mode how the bounds are met
 */
public record MinimumRatings(long perMovie, long perUser, Mode mode) {

  /** How bounds are met. */
  public enum Mode {
    /**
     * Movies and users are counted once, before either is left out, and must have more ratings than
     * the bound. What is left may have fewer.
     */
    ONCE,
    /**
     * Movies and users are left out by turns until all that are left have at least the bound: the
     * largest such set, whatever is left out first (Seidman, Network structure and minimum degree,
     * Social Networks 5, 1983).
     */
    CORE
  }
}
