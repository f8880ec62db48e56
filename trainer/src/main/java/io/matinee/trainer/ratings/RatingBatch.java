package io.matinee.trainer.ratings;

import java.util.List;

/**
 * Ratings that are recorded together or not at all.
 *
 * @param dataset the data set's id
 * @param requestId makes a repeated batch the same
 * @param ratings the ratings
 */
public record RatingBatch(String dataset, String requestId, List<LiveRating> ratings) {

  /** Copies the ratings. */
  public RatingBatch {
    ratings = List.copyOf(ratings);
  }
}
