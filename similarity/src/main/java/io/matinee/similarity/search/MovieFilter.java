package io.matinee.similarity.search;

import java.util.List;

/**
 * Which movies may be found.
 *
 * @param genres at least one of these, without regard to case; empty for any
 * @param minimumYear the earliest year of release; 0 for no bound
 * @param maximumYear the latest year of release; 0 for no bound
 * @param minimumRatingCount the least number of training ratings
 */
public record MovieFilter(
    List<String> genres, int minimumYear, int maximumYear, long minimumRatingCount) {
  /** Lets every movie of the index pass. */
  public static final MovieFilter ANY = new MovieFilter(List.of(), 0, 0, 1);

  /** Copies the genres. */
  public MovieFilter {
    genres = List.copyOf(genres);
  }

  boolean boundsYears() {
    return minimumYear > 0 || maximumYear > 0;
  }

  boolean admitsYear(int year) {
    return year >= minimumYear && (maximumYear == 0 || year <= maximumYear);
  }
}
