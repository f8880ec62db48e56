package io.matinee.trainer.dataset.filter;

/**
 * What of the ratings that were read makes a version.
 *
 * @param filters what is taken
 * @param counts what was left out
 */
public record Filtering(RatingFilters filters, FilterCounts counts) {
  /** Every rating makes the version. */
  public static final Filtering NONE = new Filtering(RatingFilters.NONE, FilterCounts.NONE);
}
