package io.matinee.trainer.dataset.catalogue;

import java.util.List;

/** Finds the movies of a data set that an entry of themoviedb.org describes. */
interface MetadataMatch {
  /**
   * Returns the ids of the movies.
   *
   * @param entry the entry, under its id at themoviedb.org
   */
  List<String> moviesOf(CatalogueRow entry);

  /** Whether one entry may describe several movies; otherwise it fits none of them for sure. */
  boolean mayBeSeveral();
}
