package io.matinee.trainer.dataset.form;

import java.util.List;

/**
 * Where the fields of a ratings file stand.
 *
 * @param fields how many fields a row has
 * @param user the position of the user's id, from 0
 * @param movie the position of the movie's id
 * @param rating the position of the rating; -1 for none, when rows are watches
 * @param timestamp the position of the time; -1 for none
 * @param present whether the file's first line is a header
 */
public record RatingsHeader(
    int fields, int user, int movie, int rating, int timestamp, boolean present) {

  /** The fields of forms without a header. */
  public static final RatingsHeader FIXED = new RatingsHeader(4, 0, 1, 2, 3, false);

  /** Returns the same fields with the rating among those that are not read. */
  RatingsHeader withoutRating() {
    return new RatingsHeader(fields, user, movie, -1, timestamp, present);
  }

  /** Whether rows have a rating. */
  boolean rated() {
    return rating >= 0;
  }

  /** Returns where fields stand that have these meanings, in their order. */
  static RatingsHeader of(List<RatingsColumn> columns, boolean present) {
    return new RatingsHeader(
        columns.size(),
        columns.indexOf(RatingsColumn.USER),
        columns.indexOf(RatingsColumn.MOVIE),
        columns.indexOf(RatingsColumn.RATING),
        columns.indexOf(RatingsColumn.TIME),
        present);
  }
}
