package io.matinee.similarity.search;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.scoring.MovieVectors;
import io.matinee.similarity.kept.CalibratedIndex;
import io.matinee.similarity.kept.KeptIndexes;
import io.matinee.similarity.vectors.DistinctVectors;

/**
 * Movies that can be compared by their vectors. Owns the index. Thread-safe until it is closed.
 *
 * @param index the index over the distinct vectors
 * @param search what finds similar movies
 * @param description what the index is
 */
record IndexedMovies(CalibratedIndex index, SimilaritySearch search, IndexDescription description)
    implements AutoCloseable {

  /** Returns the candidates of a catalogue by their vectors, whose index is found or built. */
  static IndexedMovies of(
      MovieVectors movies, Catalogue catalogue, FilterIndex filters, KeptIndexes indexes) {
    DistinctVectors vectors =
        DistinctVectors.damped(
            catalogue.size(),
            movies.dimension(),
            movies::vector,
            catalogue::ratingCount,
            catalogue::isCandidate);
    CalibratedIndex index = indexes.of(vectors);
    try {
      SimilaritySearch search =
          new SimilaritySearch(
              filters,
              vectors,
              index.graph(),
              index.notes().calibration(),
              SimilaritySearch.EXACT_LIMIT);
      return new IndexedMovies(
          index, search, IndexDescription.of(vectors, search.defaultMethod(), index.notes()));
    } catch (RuntimeException | Error failure) {
      index.close();
      throw failure;
    }
  }

  /** Returns the key by which the index is kept. */
  String indexKey() {
    return index.notes().key();
  }

  /** Reads the files of the index again; CorruptBlobException when they changed. */
  void verify() {
    index.graph().verify();
  }

  @Override
  public void close() {
    index.close();
  }
}
