package io.matinee.runtime.api;

import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.MovieRating;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Unimplemented;

/**
 * What a user did with a movie, as a request says it. A plain rating is all that is taken yet.
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
        message.hasRating(), message.getRating(), message.getEventKind(), message.hasWeight());
  }

  /**
   * Returns the rating.
   *
   * @param place of the event among the request's {@code ratings}, from 0
   * @throws MatineeException UNIMPLEMENTED, naming the field, when it is more or less than a rating
   */
  public float rating(int place) {
    if (kind == EventKind.EVENT_KIND_WATCH) {
      throw unimplemented(place, "event_kind", "is a watch: ratings alone are taken yet");
    }
    if (hasWeight) {
      throw unimplemented(place, "weight", "is not taken yet: leave it out");
    }
    if (!hasRating) {
      throw unimplemented(place, "rating", "is absent: events without one are not taken yet");
    }
    return rating;
  }

  private static MatineeException unimplemented(int place, String field, String problem) {
    return Unimplemented.of("ratings[%d].%s".formatted(place, field), problem);
  }
}
