package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.text.DelimitedRows;
import java.io.IOException;
import java.nio.file.Path;

/** Ratings whose fields stand between delimiters, where a header says. Not thread-safe. */
public final class DelimitedRatings extends TextRatings {
  private final RatingsHeader header;

  private DelimitedRatings(Path path, DelimitedRows rows, RatingsHeader header) {
    super(path, rows);
    this.header = header;
  }

  /** Opens a file, before its first row behind the header. */
  public static DelimitedRatings open(Path path, RatingsLayout.Delimited layout)
      throws IOException {
    DelimitedRows rows = DelimitedRows.open(path, layout.delimiter().text(), layout.quoted());
    try {
      if (layout.header().present()) {
        rows.next();
      }
      return new DelimitedRatings(path, rows, layout.header());
    } catch (IOException | RuntimeException failure) {
      rows.close();
      throw failure;
    }
  }

  @Override
  public boolean next() throws IOException {
    if (!rows().next()) {
      return false;
    }
    setProblem(problemOfShape(header.fields()));
    if (problem().isEmpty()) {
      rows().field(header.user(), user());
      rows().field(header.movie(), movie());
      if (rated()) {
        rows().field(header.rating(), rating());
      }
      if (timed()) {
        rows().field(header.timestamp(), time());
      }
    }
    return true;
  }

  @Override
  public boolean rated() {
    return header.rated();
  }

  @Override
  public boolean timed() {
    return header.timestamp() >= 0;
  }
}
