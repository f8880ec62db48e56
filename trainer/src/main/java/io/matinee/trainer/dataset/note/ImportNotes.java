package io.matinee.trainer.dataset.note;

import java.util.ArrayList;
import java.util.List;

/** Collects the notes of one import, at most {@value #MOST}. Not thread-safe. */
public final class ImportNotes {
  /** The most notes of an import. */
  public static final int MOST = 50;

  private final List<ImportNote> notes = new ArrayList<>();

  /** Adds a note while there are not too many. */
  public void add(NoteKind kind, String file, long count, String text) {
    if (notes.size() < MOST) {
      notes.add(new ImportNote(kind, file, count, text));
    }
  }

  /** Adds that columns of a file were not read, unless there are none. */
  public void addIgnoredColumns(String file, List<String> columns) {
    if (!columns.isEmpty()) {
      add(
          NoteKind.COLUMNS_IGNORED,
          file,
          columns.size(),
          "these columns were not read: " + String.join(", ", columns));
    }
  }

  /** Returns the notes in the order in which they were made. */
  public List<ImportNote> all() {
    return List.copyOf(notes);
  }
}
