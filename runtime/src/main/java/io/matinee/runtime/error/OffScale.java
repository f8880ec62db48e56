package io.matinee.runtime.error;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import java.util.Optional;

/** What is said of a rating or watch that the scale does not have. */
public final class OffScale {
  private OffScale() {}

  /**
   * Returns the refusal of what is not on the scale: EVENT_KIND_MISMATCH of a watch among ratings
   * and of a rating among watches, RATING_OUT_OF_SCALE of other ratings, naming the field.
   *
   * @param place among the request's {@code ratings}, from 0
   * @param movieId what was rated or watched
   */
  public static Optional<MatineeException> refusal(
      EventKind kind, float rating, RatingScale scale, int place, String movieId) {
    if (kind != scale.kind()) {
      return Optional.of(mismatch(scale, place, movieId));
    }
    return scale.contains(rating)
        ? Optional.empty()
        : Optional.of(offScale(rating, scale, place, movieId));
  }

  private static MatineeException mismatch(RatingScale scale, int place, String movieId) {
    String field = "ratings[%d].event_kind".formatted(place);
    String movie = Excerpt.line(movieId, Excerpt.MOST_BYTES);
    String problem =
        "must be %s: the data is of %s"
            .formatted(
                scale.kind() == EventKind.WATCH
                    ? "EVENT_KIND_WATCH, without a rating (--watched %s)".formatted(movie)
                    : "EVENT_KIND_RATING, with a rating (%s=RATING in place of --watched %1$s)"
                        .formatted(movie),
                scale.contentInWords());
    return MatineeException.of(Reason.EVENT_KIND_MISMATCH, field + " " + problem)
        .with("movie_id", movieId)
        .onField(field, problem);
  }

  private static MatineeException offScale(
      float rating, RatingScale scale, int place, String movieId) {
    String field = "ratings[%d].rating".formatted(place);
    String problem = "must lie on the scale %s, not %s".formatted(scale.inWords(), rating);
    return MatineeException.of(Reason.RATING_OUT_OF_SCALE, field + " " + problem)
        .with("movie_id", movieId)
        .with("scale", scale.inWords())
        .onField(field, problem);
  }
}
