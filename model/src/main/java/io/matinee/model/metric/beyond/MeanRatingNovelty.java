package io.matinee.model.metric.beyond;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.ratings.RatingScale;

/**
 * Novelty by mean rating = mean over a list of the mean training rating of its movies. Movies
 * without a training rating have no mean and are left out.
 */
public final class MeanRatingNovelty {
  /** The name of the metric in rating units. */
  public static final String NAME = "novelty_mean_rating";

  /** The name of the metric moved to [0, 1]. */
  public static final String SCALED_NAME = "novelty_mean_rating_scaled";

  private MeanRatingNovelty() {}

  /**
   * Returns the novelty of one list in rating units.
   *
   * @param list indices of movies
   * @return NaN when no movie of the list has a training rating
   */
  public static double of(int[] list, Catalogue catalogue) {
    double sum = 0;
    int count = 0;
    for (int movie : list) {
      if (catalogue.ratingCount(movie) > 0) {
        sum += catalogue.meanRating(movie);
        count++;
      }
    }
    return sum / count;
  }

  /**
   * Returns a novelty in rating units moved to [0, 1]: (novelty - minimum) / (maximum - minimum).
   */
  public static double scaled(double novelty, RatingScale scale) {
    return (novelty - scale.minimum()) / ((double) scale.maximum() - scale.minimum());
  }
}
