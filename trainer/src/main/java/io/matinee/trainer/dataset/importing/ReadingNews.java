package io.matinee.trainer.dataset.importing;

/** Hears how far the reading of ratings is. */
interface ReadingNews {
  /** Hears, again and again, how many bytes have been read. */
  void bytes(long read);

  /** Hears how many rows there were, once all are read. */
  void rows(long read);
}
