package io.matinee.trainer.dataset.rating;

import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.validation.Utf8Length;
import io.matinee.trainer.dataset.form.RatingsHeader;
import java.util.List;
import java.util.Optional;

/**
 * What makes a row a rating.
 *
 * @param header where the fields stand
 * @param scale the scale that the ratings must be on
 */
public record RatingRule(RatingsHeader header, RatingScale scale) {
  /** The longest id, in bytes of UTF-8: the most that a request can name. */
  public static final int MAXIMUM_ID = 256;

  /** The end of the year 2100, in seconds since 1970: later times are in another unit. */
  static final long MAXIMUM_TIMESTAMP = 4_133_980_799L;

  /** What is wrong with a row, or empty when it is a rating. */
  Optional<String> problemOf(List<String> fields) {
    if (fields.size() != header.fields()) {
      return Optional.of("has %d fields instead of %d".formatted(fields.size(), header.fields()));
    }
    return problemOfId("user", fields.get(header.user()))
        .or(() -> problemOfId("movie", fields.get(header.movie())))
        .or(() -> problemOfRating(fields.get(header.rating())))
        .or(
            () ->
                header.timestamp() < 0
                    ? Optional.empty()
                    : problemOfTimestamp(fields.get(header.timestamp())));
  }

  private static Optional<String> problemOfId(String what, String id) {
    if (id.isEmpty()) {
      return Optional.of("the " + what + " is missing");
    }
    return Utf8Length.fits(id, MAXIMUM_ID)
        ? Optional.empty()
        : Optional.of("the %s's id is longer than %d bytes".formatted(what, MAXIMUM_ID));
  }

  private Optional<String> problemOfRating(String text) {
    if (text.isEmpty()) {
      return Optional.of("the rating is missing");
    }
    float rating;
    try {
      rating = Float.parseFloat(text);
    } catch (NumberFormatException notNumeric) {
      return Optional.of("rating " + Excerpt.of(text) + " is not a number");
    }
    return scale.contains(rating)
        ? Optional.empty()
        : Optional.of(
            "rating %s is off the scale %s"
                .formatted(Excerpt.line(text, Excerpt.MOST_BYTES), scale.inWords()));
  }

  private static Optional<String> problemOfTimestamp(String text) {
    if (text.isEmpty()) {
      return Optional.of("the timestamp is missing");
    }
    try {
      long timestamp = Long.parseLong(text);
      return timestamp >= 0 && timestamp <= MAXIMUM_TIMESTAMP
          ? Optional.empty()
          : Optional.of("timestamp " + timestamp + " is not in seconds from 1970 to 2100");
    } catch (NumberFormatException notNumeric) {
      return Optional.of("timestamp " + Excerpt.of(text) + " is not a whole number of seconds");
    }
  }
}
