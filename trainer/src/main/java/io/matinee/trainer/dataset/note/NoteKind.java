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
  FILES_UNREAD,
  /** Files that are not what their name says. */
  FILE_IGNORED,
  /** Bytes that are no UTF-8. */
  BYTES_NOT_UTF8,
  /** Movies that are described twice. */
  MOVIES_REPEATED,
  /** Movies without a title. */
  MOVIES_UNTITLED,
  /** Entries of themoviedb.org with fewer votes than were asked for. */
  ENTRIES_WITH_FEW_VOTES,
  /** Entries of themoviedb.org that describe no movie of the data set. */
  ENTRIES_UNMATCHED,
  /** Entries of themoviedb.org that fit several movies. */
  ENTRIES_AMBIGUOUS,
  /** Ratings that are those of the version before. */
  RATINGS_KEPT,
  /** Movies that are described as in the version before. */
  CATALOGUE_KEPT,
  /** Movies that are described, none of which is rated. */
  CATALOGUE_UNRATED,
  /** Rated movies that are not described. */
  RATED_UNDESCRIBED,
  /** Rows of links or tags that could not be used. */
  ROWS_LEFT_OUT,
  /** Users that are described, none of whom has rated. */
  USERS_UNRATED,
  /** Ratings without a time, in files beside others with times. */
  TIMES_MISSING,
  /** Times whose numbers are dates or years, and not seconds. */
  TIMES_AS_DATES,
  /** Rows that are watches, since no column holds ratings or the request says so. */
  WATCHES,
  /** A column {@code fold} among ratings, which was not read: ratings of all folds are taken. */
  FOLDS
}
