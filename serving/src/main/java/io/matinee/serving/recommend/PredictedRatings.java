package io.matinee.serving.recommend;

import java.util.List;

/**
 * A user's predicted ratings of movies that were asked for.
 *
 * @param ratings of the movies that the version has, in the order asked
 * @param missingIds the ids that it does not have, in the order asked
 */
public record PredictedRatings(List<Rating> ratings, List<String> missingIds) {
  /** Copies the lists. */
  public PredictedRatings {
    ratings = List.copyOf(ratings);
    missingIds = List.copyOf(missingIds);
  }

  /**
   * The predicted rating of one movie.
   *
   * @param movieId the movie's id
   * @param rating the rating, on the data set's scale
   */
  public record Rating(String movieId, float rating) {}
}
