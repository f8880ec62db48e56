package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.text.TextRow;
import io.matinee.trainer.dataset.text.TextRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file with overviews, those put together that an overview breaks over two lines
 * without quotes. Not thread-safe.
 */
final class MetadataRows {
  private final TextRows rows;
  private final MovieColumns columns;
  private final CatalogueLog log;
  private @Nullable TextRow ahead;

  MetadataRows(TextRows rows, MovieColumns columns, CatalogueLog log) {
    this.rows = rows;
    this.columns = columns;
    this.log = log;
  }

  /** Returns the next row, or null at the end. */
  @Nullable TextRow next() throws IOException {
    TextRow row = ahead == null ? log.nextCounted(rows) : ahead;
    ahead = null;
    if (row == null || !endsInOverview(row)) {
      return row;
    }
    TextRow rest = log.next(rows);
    if (rest != null && row.fields().size() + rest.fields().size() - 1 == columns.size()) {
      return joined(row, rest);
    }
    ahead = rest;
    log.count(rest);
    return row;
  }

  private boolean endsInOverview(TextRow row) {
    return columns.has(MovieField.OVERVIEW)
        && row.fields().size() < columns.size()
        && row.fields().size() - 1 == columns.position(MovieField.OVERVIEW);
  }

  private static TextRow joined(TextRow row, TextRow rest) {
    List<String> fields = new ArrayList<>(row.fields());
    fields.add(fields.removeLast() + " " + rest.fields().getFirst());
    fields.addAll(rest.fields().subList(1, rest.fields().size()));
    return new TextRow(
        row.line(), row.text() + "\n" + rest.text(), fields, row.problem() + rest.problem());
  }
}
