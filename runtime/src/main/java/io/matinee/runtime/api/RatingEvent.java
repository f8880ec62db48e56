package io.matinee.runtime.api;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.proto.model.v1.MovieRating;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.Unimplemented;

/**
 * What a user did with a movie, as a request says it: a rating, or a watch without one.
 *
 * @param hasRating whether a rating came with it
 * @param rating the rating; not on any scale as yet
 * @param kind what the user did
 * @param hasWeight whether a weight came with it
 */
public record RatingEvent(boolean hasRating, float rating, EventKind kind, boolean hasWeight) {
  /** Returns the event of a message. */
  public static RatingEvent of(MovieRating message) {
    return new RatingEvent(
        message.hasRating(),
        message.getRating(),
        EventKinds.of(message.getEventKind()),
        message.hasWeight());
  }

  /**
   * Returns the rating; of a watch the one that {@link RatingScale#WATCHES} has.
   *
   * @param place of the event among the request's {@code ratings}, from 0
   * @throws MatineeException INVALID_REQUEST, naming the field, for a rating without one and a
   *     watch with one; UNIMPLEMENTED for a weight
   */
  public float rating(int place) {
    if (hasWeight) {
      throw Unimplemented.of(field(place, "weight"), "is not taken yet: leave it out");
    }
    if (hasRating && kind == EventKind.WATCH) {
      throw invalid(field(place, "rating"), "comes with a watch, which has none: leave it out");
    }
    if (!hasRating && kind == EventKind.RATING) {
      throw invalid(
          field(place, "rating"),
          "is absent: a rating needs one, and a watch says so in event_kind");
    }
    return kind == EventKind.WATCH ? RatingScale.WATCHES.maximum() : rating;
  }

  private static MatineeException invalid(String field, String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem)
        .onField(field, problem);
  }

  private static String field(int place, String name) {
    return "ratings[%d].%s".formatted(place, name);
  }
}
