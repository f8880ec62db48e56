package io.matinee.model.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * Which movies may be in an answer.
 *
 * @param genres a movie must have at least one of these, without regard to case; empty for any
 * @param minimumYear the earliest year of release; 0 for no bound
 * @param maximumYear the latest year of release; 0 for no bound
 * @param minimumRatingCount the least number of ratings in the training part, from 0
 */
public record MovieFilter(
    List<String> genres, int minimumYear, int maximumYear, long minimumRatingCount) {
  /** Every movie that was rated in training: what may be recommended when nothing else is said. */
  public static final MovieFilter RATED = new MovieFilter(List.of(), 0, 0, 1);

  /** Folds the genres' case. */
  public MovieFilter {
    genres = genres.stream().map(MovieFilter::folded).toList();
  }

  /** Returns whether every movie that was rated in training passes. */
  public boolean admitsAllRated() {
    return genres.isEmpty() && !boundsYears() && minimumRatingCount <= 1;
  }

  /** Returns whether a movie needs a year of release to pass. */
  boolean boundsYears() {
    return minimumYear > 0 || maximumYear > 0;
  }

  static String folded(String genre) {
    return genre.toLowerCase(Locale.ROOT);
  }
}
