package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.text.DelimitedRows;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Ratings of the Netflix prize: a line {@code movie:} for each movie, and below it the rows {@code
 * user,rating,date}. Not thread-safe.
 */
final class NetflixRatings extends TextRatings {
  private static final int FIELDS = 3;
  private static final int USER = 0;
  private static final int RATING = 1;
  private static final int DATE = 2;

  private final boolean rated;

  private NetflixRatings(Path path, DelimitedRows rows, boolean rated) {
    super(path, rows);
    this.rated = rated;
  }

  /**
   * Opens a file before its first row.
   *
   * @param rated whether its ratings are read
   */
  static NetflixRatings open(Path path, boolean rated) throws IOException {
    return new NetflixRatings(path, DelimitedRows.open(path, Delimiter.COMMA.text(), false), rated);
  }

  @Override
  public boolean next() throws IOException {
    while (rows().next()) {
      if (!takeMovie()) {
        takeRow();
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean rated() {
    return rated;
  }

  @Override
  public boolean timed() {
    return true;
  }

  /** Takes a line for that of a movie; false when it is none. */
  private boolean takeMovie() {
    if (rows().fields() != 1) {
      return false;
    }
    rows().field(0, user());
    int last = user().end() - 1;
    if (user().isEmpty() || user().bytes()[last] != ':') {
      return false;
    }
    int length = last - user().start();
    // With room for a word, which is read at once.
    byte[] id = new byte[Math.max(length, Long.BYTES)];
    System.arraycopy(user().bytes(), user().start(), id, 0, length);
    movie().set(id, 0, length);
    return true;
  }

  private void takeRow() {
    setProblem(problemOfShape(FIELDS));
    if (problem().isEmpty()) {
      rows().field(USER, user());
      if (rated) {
        rows().field(RATING, rating());
      }
      rows().field(DATE, time());
    }
  }
}
