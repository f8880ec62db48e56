package io.matinee.runtime.error;

import io.matinee.model.ratings.RatingScale;

/** What is said of a rating that the scale does not have. */
public final class OffScale {
  private OffScale() {}

  /**
   * Returns the refusal: RATING_OUT_OF_SCALE, naming the field.
   *
   * @param place of the rating among the request's {@code ratings}, from 0
   * @param movieId what was rated
   */
  public static MatineeException of(float rating, RatingScale scale, int place, String movieId) {
    String field = "ratings[%d].rating".formatted(place);
    String problem = "must lie on the scale %s, not %s".formatted(scale.inWords(), rating);
    return MatineeException.of(Reason.RATING_OUT_OF_SCALE, field + " " + problem)
        .with("movie_id", movieId)
        .with("scale", scale.inWords())
        .onField(field, problem);
  }
}
