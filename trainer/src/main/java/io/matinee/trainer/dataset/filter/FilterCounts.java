package io.matinee.trainer.dataset.filter;

/**
 * How many ratings each filter left out, of those that the filters before it had left.
 *
 * @param byTime by the time of the rating
 * @param byYear by the year of release
 * @param byGenre by genre
 * @param bySample by the sample
 * @param byMinimum since movie or user had too few
 */
public record FilterCounts(long byTime, long byYear, long byGenre, long bySample, long byMinimum) {
  /** Nothing is left out. */
  public static final FilterCounts NONE = new FilterCounts(0, 0, 0, 0, 0);

  FilterCounts withMinimum(long count) {
    return new FilterCounts(byTime, byYear, byGenre, bySample, count);
  }
}
