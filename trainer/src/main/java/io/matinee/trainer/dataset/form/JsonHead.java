package io.matinee.trainer.dataset.form;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether a file is JSON with an object a line, and what its first objects say. */
final class JsonHead {

  private JsonHead() {}

  /**
   * Returns the layout, or empty when the file does not begin as JSON.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when it is an array, or
   *     when no object names the user, the movie or the rating
   */
  static Optional<RatingsLayout> layout(FileHead head, Optional<EventKind> kind) {
    String first = head.first().stripLeading();
    if (first.startsWith("[")) {
      throw UnreadableImport.of(
          head.file(), "is one array of JSON", "give an object a line, as `jq -c '.[]'` does");
    }
    return first.startsWith("{") ? Optional.of(read(head, kind)) : Optional.empty();
  }

  private static RatingsLayout read(FileHead head, Optional<EventKind> kind) {
    List<RatingsColumn> columns = RatingsColumn.lookedFor(kind);
    JsonObjects objects = new JsonObjects(columns);
    Set<RatingsColumn> named = EnumSet.noneOf(RatingsColumn.class);
    boolean whole = false;
    for (String line : head.lines()) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      whole |= objects.read(bytes, 0, bytes.length).isEmpty();
      columns.stream().filter(objects::names).forEach(named::add);
    }
    if (!whole) {
      throw UnreadableImport.of(
          head.file(),
          "begins as JSON, but not with an object a line",
          "give an object a line, as `jq -c` does");
    }
    for (RatingsColumn column : columns) {
      if (column.isNeeded() && !named.contains(column)) {
        throw NamedColumns.missing(head.file(), RatingsForm.JSON_LINES, column);
      }
    }
    boolean rated = named.contains(RatingsColumn.RATING);
    NamedColumns.checkKind(head.file(), RatingsForm.JSON_LINES, rated, objects.ignored(), kind);
    return new RatingsLayout.JsonLines(columns, rated, named.contains(RatingsColumn.TIME));
  }
}
