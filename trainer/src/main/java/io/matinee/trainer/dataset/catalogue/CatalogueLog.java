package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.text.TableFile;
import io.matinee.trainer.dataset.text.TextRow;
import io.matinee.trainer.dataset.text.TextRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows beside the ratings: how many there were, which could not be used, and
 * what was noticed. Not thread-safe.
 */
final class CatalogueLog {
  private final RejectLog rejects;
  private final ImportNotes notes;
  private final Runnable goOn;
  private long rows;

  /** A log that calls {@code goOn} with each row. */
  CatalogueLog(RejectLog rejects, ImportNotes notes, Runnable goOn) {
    this.rejects = rejects;
    this.notes = notes;
    this.goOn = goOn;
  }

  /** Returns the next row, which is not counted, or null at the end. */
  @Nullable TextRow next(TextRows source) throws IOException {
    goOn.run();
    return source.next();
  }

  /** Returns the next row and counts it, or null at the end. */
  @Nullable TextRow nextCounted(TextRows source) throws IOException {
    TextRow row = next(source);
    count(row);
    return row;
  }

  /** Returns the next row that can be read, or null; those before it count, and are rejected. */
  @Nullable TextRow nextReadable(TextRows source, TableFile table) throws IOException {
    TextRow row = next(source);
    while (row != null && !table.problemOf(row).isEmpty()) {
      count(row);
      reject(table.file(), row, table.problemOf(row));
      row = next(source);
    }
    return row;
  }

  /** Counts a row, unless it is null. */
  void count(@Nullable TextRow row) {
    rows += row == null ? 0 : 1;
  }

  /** Rejects a row. */
  void reject(Path file, TextRow row, String problem) throws IOException {
    rejects.add(new RejectedRow(name(file), row.line(), problem, row.text()));
  }

  /** Notes something about so many rows, movies or bytes of a file, unless there are none. */
  void note(NoteKind kind, Path file, long count, String text) {
    if (count > 0) {
      notes.add(kind, name(file), count, text);
    }
  }

  /** Notes that columns of a file were not read, unless there are none. */
  void noteIgnoredColumns(Path file, List<String> columns) {
    notes.addIgnoredColumns(name(file), columns);
  }

  /** Notes that a file is left out, and why. */
  void noteIgnored(Path file, String why) {
    notes.add(NoteKind.FILE_IGNORED, name(file), 1, "left out: it " + why);
  }

  /** Returns the number of counted rows. */
  long rows() {
    return rows;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
