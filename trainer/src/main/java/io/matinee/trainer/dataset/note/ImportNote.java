package io.matinee.trainer.dataset.note;

import io.matinee.runtime.error.Excerpt;

/**
 * A thing that an import noticed or left out; kept as JSON.
 *
 * @param kind what it is about
 * @param file the file; "" when it is about all of them
 * @param count how many rows, columns, ids or files, as the kind says
 * @param text what there is to know, in a sentence; one line of at most {@value #MOST_BYTES} bytes
 */
public record ImportNote(NoteKind kind, String file, long count, String text) {
  /** The most bytes of a note's text, and of its file's name, in UTF-8. */
  public static final int MOST_BYTES = 512;

  /** Cuts the texts, and leaves nothing in them that moves a cursor. */
  public ImportNote {
    file = Excerpt.line(file, MOST_BYTES);
    text = Excerpt.line(text, MOST_BYTES);
  }
}
