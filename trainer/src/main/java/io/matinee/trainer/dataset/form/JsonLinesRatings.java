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

  private final boolean rated;
  private final boolean timed;
  private final Consumer<List<String>> ignored;
  private final JsonObjects objects;
  private final Slice line = new Slice();

  private JsonLinesRatings(
      Path path,
      DelimitedRows lines,
      RatingsLayout.JsonLines layout,
      Consumer<List<String>> ignored) {
    super(path, lines);
    this.rated = layout.rated();
    this.timed = layout.timed();
    this.ignored = ignored;
    this.objects = new JsonObjects(layout.columns());
  }

  /**
   * Opens a file before its first row.
   *
   * @param layout where it says that there is a time, all objects must have one; else those that
   *     say it do
   * @param ignored hears at the end the names of fields that are not read
   */
  static JsonLinesRatings open(
      Path path, RatingsLayout.JsonLines layout, Consumer<List<String>> ignored)
      throws IOException {
    return new JsonLinesRatings(path, DelimitedRows.open(path, NEVER, false), layout, ignored);
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
  public boolean rated() {
    return rated;
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
    String problem = objects.read(line.bytes(), line.start(), line.end());
    return problem.isEmpty() && !rated && objects.names(RatingsColumn.RATING)
        ? "has a rating, and the first objects have none"
        : problem;
  }
}
