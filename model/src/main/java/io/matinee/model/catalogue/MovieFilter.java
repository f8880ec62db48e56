package io.matinee.model.catalogue;

/**
 * Which movies may be in an answer.
 *
 * @param genres by genre
 * @param minimumYear the earliest year of release; 0 for no bound
 * @param maximumYear the latest year of release; 0 for no bound
 * @param minimumRatingCount the least number of ratings in the training part, from 0
 * @param ids by id
 */
public record MovieFilter(
    GenreRule genres, int minimumYear, int maximumYear, long minimumRatingCount, MovieIdRule ids) {
  /** Every movie that was rated in training: what may be recommended when nothing else is said. */
  public static final MovieFilter RATED =
      new MovieFilter(GenreRule.NONE, 0, 0, 1, MovieIdRule.NONE);

  /** Returns whether every movie that was rated in training passes. */
  public boolean admitsAllRated() {
    return genres.equals(GenreRule.NONE)
        && ids.equals(MovieIdRule.NONE)
        && !boundsYears()
        && minimumRatingCount <= 1;
  }

  /** Returns whether a movie needs a year of release to pass. */
  boolean boundsYears() {
    return minimumYear > 0 || maximumYear > 0;
  }
}
