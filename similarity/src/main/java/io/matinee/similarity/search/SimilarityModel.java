package io.matinee.similarity.search;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.similarity.content.ContentSearch;
import io.matinee.similarity.kept.KeptIndexes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A loaded model version: its catalogue, the search through what movies are, and the index over the
 * vectors of its ranking scorer, if that has any. Owns the snapshot and the index and closes both.
 * Thread-safe until it is closed.
 */
public final class SimilarityModel implements AutoCloseable {
  private final Snapshot snapshot;
  private final ContentSearch content;
  private final Optional<IndexedMovies> indexed;

  private SimilarityModel(
      Snapshot snapshot, ContentSearch content, Optional<IndexedMovies> indexed) {
    this.snapshot = snapshot;
    this.content = content;
    this.indexed = indexed;
  }

  /**
   * Indexes a snapshot.
   *
   * @param snapshot with catalogue and ranking scorer; the caller closes it if this method throws
   * @param indexes where the index comes from
   */
  static SimilarityModel of(Snapshot snapshot, KeptIndexes indexes) {
    Catalogue catalogue = snapshot.catalogue();
    FilterIndex filters = FilterIndex.of(catalogue);
    return new SimilarityModel(
        snapshot,
        ContentSearch.of(catalogue, filters),
        snapshot
            .ranking()
            .flatMap(Scorer::movieVectors)
            .map(vectors -> IndexedMovies.of(vectors, catalogue, filters, indexes)));
  }

  /** Returns the movies of the version. */
  public Catalogue catalogue() {
    return snapshot.catalogue();
  }

  /** Finds movies that are similar by what they are. */
  public ContentSearch content() {
    return content;
  }

  /**
   * Finds movies that are similar by their vectors.
   *
   * @throws MatineeException NO_VECTORS when the version has no vectors to compare movies by
   */
  public SimilaritySearch search() {
    return indexed.orElseThrow(this::noVectors).search();
  }

  /** Returns what the index is; empty when the version has no vectors, and so no index. */
  public Optional<IndexDescription> description() {
    return indexed.map(IndexedMovies::description);
  }

  /** Returns the keys of the kept indexes that it searches. */
  Set<String> keptIndexes() {
    return indexed.map(IndexedMovies::indexKey).stream().collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the files of the index again; CorruptBlobException when they changed. */
  void verify() {
    indexed.ifPresent(IndexedMovies::verify);
  }

  @Override
  public void close() {
    try (snapshot) {
      indexed.ifPresent(IndexedMovies::close);
    }
  }

  private MatineeException noVectors() {
    String ranking =
        snapshot.manifest().ranking().map(ScorerManifest::algorithm).orElse("no ranking scorer");
    return MatineeException.of(
        Reason.NO_VECTORS,
        "the model version has no vectors to compare movies by: it ranks by %s; train a ranking algorithm with vectors, such as als"
            .formatted(ranking));
  }
}
