package io.matinee.trainer.dataset.rating;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.validation.Utf8Length;
import io.matinee.trainer.dataset.parquet.RatingColumns;
import io.matinee.trainer.dataset.row.RatingRows;
import io.matinee.trainer.dataset.text.Slice;
import java.util.Optional;

/**
 * What makes a row a rating or, on the scale of watches, a watch, which is the same without a
 * rating to be judged, whatever form it comes in. It numbers the ids of those that are. Not
 * thread-safe.
 */
public final class RatingRule {
  /** The longest id, in bytes of UTF-8: the most that a request can name. */
  public static final int MAXIMUM_ID = 256;

  /** The end of the year 2100, in seconds since 1970: later times are in another unit. */
  static final long MAXIMUM_TIMESTAMP = 4_133_980_799L;

  private static final int THOUSAND = 1_000;
  private static final int DELETE = 0x7F;

  private final RatingScale scale;
  private final boolean rated;
  private final RatingValues values;
  private final IdColumn users;
  private final IdColumn movies;
  private final TimeNumbers timeNumbers;
  private final WrittenTime writtenTime;
  private final WrittenRatings writtenRatings = new WrittenRatings();
  private float rating;
  private long time;
  private long fractions;
  private long timed;
  private long timeless;
  private long badTimes;

  /** A rule for one import, whose ids take the memory that there is for them. */
  RatingRule(RatingScale scale, TimeNumbers timeNumbers, IdMemory memory) {
    this.scale = scale;
    this.rated = scale.kind() == EventKind.RATING;
    this.rating = scale.maximum();
    this.timeNumbers = timeNumbers;
    this.writtenTime = new WrittenTime(timeNumbers);
    this.users = new IdColumn("user", memory);
    this.movies = new IdColumn("movie", memory);
    this.values = new RatingValues(scale);
  }

  /**
   * Judges a row.
   *
   * @return what is wrong with it, or "" when it is a rating: {@link #addTo} then has its values
   */
  String problemOf(RatingRows row) {
    String problem = row.problem();
    problem = problem.isEmpty() ? users.problemOf(row.user()) : problem;
    problem = problem.isEmpty() ? movies.problemOf(row.movie()) : problem;
    if (problem.isEmpty() && rated) {
      problem = problemOfRating(row.rating());
    }
    if (problem.isEmpty()) {
      problem = row.timed() ? problemOfTime(row.time()) : timeless();
      badTimes += problem.isEmpty() ? 0 : 1;
    }
    if (problem.isEmpty()) {
      users.take(row.user(), row);
      movies.take(row.movie(), row);
    }
    return problem;
  }

  /** Returns what is wrong with an id beside the ratings, which must be one that they can have. */
  public static Optional<String> problemOfId(String id) {
    if (id.isEmpty() || !Utf8Length.fits(id, MAXIMUM_ID)) {
      return Optional.of("needs an id of 1 to %d bytes".formatted(MAXIMUM_ID));
    }
    return id.chars().anyMatch(character -> character < ' ' || character == DELETE)
        ? Optional.of("has an id with a control character")
        : Optional.empty();
  }

  /** Adds the rating that the last row was; its ids are {@link #number numbered} later. */
  void addTo(RatingColumns columns) {
    columns.add(users.code(), movies.code(), rating, time);
  }

  /**
   * Numbers the ids of ratings that were added.
   *
   * @param file where the last of them is
   */
  void number(RatingColumns columns, String file) {
    columns.replaceUsers(code -> users.number(code, file));
    columns.replaceMovies(code -> movies.number(code, file));
  }

  /** Returns the users of all ratings. */
  IdNumbers users() {
    return users.numbers();
  }

  /** Returns the movies of all ratings. */
  IdNumbers movies() {
    return movies.numbers();
  }

  /** Returns the ratings by value, also of rows that were rejected for theirs. */
  RatingValues values() {
    return values;
  }

  /** Returns how many ratings are without a time where others have one. */
  long timesMissing() {
    return timed == 0 ? 0 : timeless;
  }

  /** Returns what plain numbers are among the times. */
  TimeNumbers timeNumbers() {
    return timeNumbers;
  }

  /** Returns how many rows said a time, be it a bad one. */
  long timed() {
    return timed;
  }

  /** Returns how many times had a fraction of a second. */
  long fractions() {
    return fractions;
  }

  /** Returns how many rows were rejected for their time. */
  long badTimes() {
    return badTimes;
  }

  private String problemOfRating(Slice text) {
    if (text.isEmpty()) {
      return "the rating is missing";
    }
    rating = writtenRatings.read(text);
    if (Float.isNaN(rating)) {
      String written = text.text();
      return "rating %s is not a number%s"
          .formatted(
              Excerpt.of(written),
              written.indexOf(',') < 0 ? "" : ": decimals are written with a point");
    }
    return values.take(rating)
        ? ""
        : "rating %s is off the scale %s".formatted(shown(text), scale.inWords());
  }

  private String problemOfTime(Slice text) {
    timed++;
    if (text.isEmpty()) {
      return "the timestamp is missing";
    }
    time = writtenTime.read(text);
    if (time == WrittenTime.NONE) {
      return "timestamp "
          + Excerpt.of(text.text())
          + (timeNumbers == TimeNumbers.SECONDS
              ? " is neither a number of seconds nor a date of ISO 8601"
              : " is no date, and the first times of the file are " + timeNumbers.inWords());
    }
    if (time < 0 || time > MAXIMUM_TIMESTAMP) {
      boolean milliseconds = time > 0 && time / THOUSAND <= MAXIMUM_TIMESTAMP;
      return "timestamp %s is not in seconds from 1970 to 2100%s"
          .formatted(
              shown(text), milliseconds ? ", but may be in milliseconds: divide by 1,000" : "");
    }
    fractions += writtenTime.isFractional() ? 1 : 0;
    return "";
  }

  private String timeless() {
    timeless++;
    time = RatingColumns.NO_TIME;
    return "";
  }

  private static String shown(Slice text) {
    return Excerpt.line(text.text(), Excerpt.MOST_BYTES);
  }
}
