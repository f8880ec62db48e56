package io.matinee.trainer.dataset.row;

import io.matinee.trainer.dataset.text.Slice;
import java.io.IOException;

/**
 * The rows of a ratings file as the reader of a form finds them, one after another and not yet
 * judged. What a slice looks at is valid until the next row. Used by one thread, once.
 */
public interface RatingRows extends AutoCloseable {

  /** Goes on to the next row; false at the end. */
  boolean next() throws IOException;

  /**
   * Returns why the row cannot be taken apart, e.g. "has 3 fields instead of 4", or "" where {@link
   * #user} and the others are there to be judged.
   */
  String problem();

  /** Returns the user's id, without white space around it. */
  Slice user();

  /** Returns the movie's id, without white space around it. */
  Slice movie();

  /** Returns the rating as it is written; of a file without ratings, empty. */
  Slice rating();

  /** Whether rows have a rating; the same for all rows of a file. */
  boolean rated();

  /** Returns the time as it is written; of a file without times, empty. */
  Slice time();

  /** Whether rows have a time; the same for all rows of a file. */
  boolean timed();

  /** Returns the name of the file that the row is in. */
  String file();

  /** Returns the number of the line on which the row begins, from 1; 0 when there are no lines. */
  long line();

  /** Returns the row as it was read, for the log of rejected rows. */
  String text();

  /** Returns how many bytes have been read so far. */
  long offset();

  @Override
  void close() throws IOException;
}
