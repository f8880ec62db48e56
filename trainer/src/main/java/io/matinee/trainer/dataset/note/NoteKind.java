package io.matinee.trainer.dataset.note;

/** What a note of an import is about. */
public enum NoteKind {
  /** Columns that were not read. */
  COLUMNS_IGNORED,
  /** Times with a fraction of a second, which was left out. */
  FRACTIONS_DROPPED,
  /** Ids that differ only as a program writes a number: {@code 1} and {@code 1.0}. */
  IDS_ALIKE,
  /** Ratings that all lie in the lower half of the scale that was declared. */
  SCALE_NOT_REACHED,
  /** Files beside the others that were not read. */
  FILES_UNREAD
}
