package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.text.DelimitedRows;
import io.matinee.trainer.dataset.text.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Ratings as JSON, an object a line. Not thread-safe. */
final class JsonLinesRatings extends TextRatings {
  /** What no line of JSON holds, so that each is one field, or no JSON. */
  private static final String NEVER = "\0";

  private final boolean timed;
  private final Consumer<List<String>> ignored;
  private final JsonObjects objects = new JsonObjects();
  private final Slice line = new Slice();

  private JsonLinesRatings(
      Path path, DelimitedRows lines, boolean timed, Consumer<List<String>> ignored) {
    super(path, lines);
    this.timed = timed;
    this.ignored = ignored;
  }

  /**
   * Opens a file before its first row.
   *
   * @param timed whether all objects must say the time; else those that say it have one
   * @param ignored hears at the end the names of fields that are not read
   */
  static JsonLinesRatings open(Path path, boolean timed, Consumer<List<String>> ignored)
      throws IOException {
    return new JsonLinesRatings(path, DelimitedRows.open(path, NEVER, false), timed, ignored);
  }

  @Override
  public boolean next() throws IOException {
    if (!rows().next()) {
      ignored.accept(objects.ignored());
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
    return timed || objects.names(RatingsColumn.TIME);
  }

  private String problemOfObject() {
    if (rows().fields() > 1) {
      return "is no whole JSON object";
    }
    rows().field(0, line);
    return objects.read(line.bytes(), line.start(), line.end());
  }
}
