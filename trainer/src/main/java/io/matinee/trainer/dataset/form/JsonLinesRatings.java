package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.text.DelimitedRows;
import io.matinee.trainer.dataset.text.Slice;
import java.io.IOException;
import java.nio.file.Path;

/** Ratings as JSON, an object a line. Not thread-safe. */
final class JsonLinesRatings extends TextRatings {
  /** What no line of JSON holds, so that each is one field, or no JSON. */
  private static final String NEVER = "\0";

  private final boolean timed;
  private final JsonObjects objects = new JsonObjects();
  private final Slice line = new Slice();

  private JsonLinesRatings(Path path, DelimitedRows lines, boolean timed) {
    super(path, lines);
    this.timed = timed;
  }

  /**
   * Opens a file before its first row.
   *
   * @param timed whether objects say the time
   */
  static JsonLinesRatings open(Path path, boolean timed) throws IOException {
    return new JsonLinesRatings(path, DelimitedRows.open(path, NEVER, false), timed);
  }

  @Override
  public boolean next() throws IOException {
    if (!rows().next()) {
      return false;
    }
    setProblem(rows().problem().isEmpty() ? problemOfObject() : rows().problem());
    user().set(objects.value(RatingsColumn.USER));
    movie().set(objects.value(RatingsColumn.MOVIE));
    rating().set(objects.value(RatingsColumn.RATING));
    time().set(objects.value(RatingsColumn.TIME));
    return true;
  }

  @Override
  public boolean timed() {
    return timed;
  }

  private String problemOfObject() {
    if (rows().fields() > 1) {
      return "is no whole JSON object";
    }
    rows().field(0, line);
    return objects.read(line.bytes(), line.start(), line.end());
  }
}
