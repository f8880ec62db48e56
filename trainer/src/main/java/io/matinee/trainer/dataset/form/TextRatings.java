package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.row.RatingRows;
import io.matinee.trainer.dataset.text.DelimitedRows;
import io.matinee.trainer.dataset.text.Slice;
import java.io.IOException;
import java.nio.file.Path;

/** Ratings of a text file. Each form takes rows apart in its own way. Not thread-safe. */
abstract class TextRatings implements RatingRows {
  private final String file;
  private final DelimitedRows rows;
  private final Slice user = new Slice();
  private final Slice movie = new Slice();
  private final Slice rating = new Slice();
  private final Slice time = new Slice();
  private String problem = "";

  /** Ratings of a file whose rows are open. */
  TextRatings(Path path, DelimitedRows rows) {
    this.file = String.valueOf(path.getFileName());
    this.rows = rows;
  }

  /** Returns the rows. */
  final DelimitedRows rows() {
    return rows;
  }

  /** Sets why the row cannot be taken apart; "" where it can. */
  final void setProblem(String text) {
    problem = text;
  }

  /** Returns what is wrong with a row that must have so many fields, or "". */
  final String problemOfShape(int fields) {
    if (!rows.problem().isEmpty()) {
      return rows.problem();
    }
    return rows.fields() == fields
        ? ""
        : "has %d fields instead of %d".formatted(rows.fields(), fields);
  }

  @Override
  public final String problem() {
    return problem;
  }

  @Override
  public final Slice user() {
    return user;
  }

  @Override
  public final Slice movie() {
    return movie;
  }

  @Override
  public final Slice rating() {
    return rating;
  }

  @Override
  public final Slice time() {
    return time;
  }

  @Override
  public final String file() {
    return file;
  }

  @Override
  public final long line() {
    return rows.line();
  }

  @Override
  public final String text() {
    return rows.text();
  }

  @Override
  public final long offset() {
    return rows.offset();
  }

  @Override
  public final void close() throws IOException {
    rows.close();
  }
}
