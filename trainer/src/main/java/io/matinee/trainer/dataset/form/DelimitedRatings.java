package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.row.RatingRows;
import io.matinee.trainer.dataset.text.DelimitedRows;
import io.matinee.trainer.dataset.text.Slice;
import java.io.IOException;
import java.nio.file.Path;

/** Ratings whose fields stand between delimiters, where a header says. Not thread-safe. */
public final class DelimitedRatings implements RatingRows {
  private final String file;
  private final DelimitedRows rows;
  private final RatingsHeader header;
  private final Slice user = new Slice();
  private final Slice movie = new Slice();
  private final Slice rating = new Slice();
  private final Slice time = new Slice();
  private String problem = "";

  private DelimitedRatings(String file, DelimitedRows rows, RatingsHeader header) {
    this.file = file;
    this.rows = rows;
    this.header = header;
  }

  /** Opens a file, before its first row behind the header. */
  public static DelimitedRatings open(Path path, RatingsLayout layout) throws IOException {
    DelimitedRows rows = DelimitedRows.open(path, layout.delimiter().text(), layout.quoted());
    try {
      if (layout.header().present()) {
        rows.next();
      }
      return new DelimitedRatings(String.valueOf(path.getFileName()), rows, layout.header());
    } catch (IOException | RuntimeException failure) {
      rows.close();
      throw failure;
    }
  }

  @Override
  public boolean next() throws IOException {
    if (!rows.next()) {
      return false;
    }
    problem = rows.fields() == header.fields() && !rows.cut() && !rows.malformed() ? "" : trouble();
    if (problem.isEmpty()) {
      rows.field(header.user(), user);
      rows.field(header.movie(), movie);
      rows.field(header.rating(), rating);
      if (timed()) {
        rows.field(header.timestamp(), time);
      }
    }
    return true;
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public Slice user() {
    return user;
  }

  @Override
  public Slice movie() {
    return movie;
  }

  @Override
  public Slice rating() {
    return rating;
  }

  @Override
  public Slice time() {
    return time;
  }

  @Override
  public boolean timed() {
    return header.timestamp() >= 0;
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public long line() {
    return rows.line();
  }

  @Override
  public String text() {
    return rows.text();
  }

  @Override
  public long offset() {
    return rows.offset();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private String trouble() {
    if (rows.cut()) {
      return "is longer than %,d bytes".formatted(DelimitedRows.MAXIMUM_ROW);
    }
    return rows.malformed()
        ? "has a quote that is not closed before a delimiter or the end of the line"
        : "has %d fields instead of %d".formatted(rows.fields(), header.fields());
  }
}
