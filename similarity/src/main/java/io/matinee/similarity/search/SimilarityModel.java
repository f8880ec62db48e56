package io.matinee.similarity.search;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.similarity.kept.CalibratedIndex;
import io.matinee.similarity.kept.KeptIndexes;
import io.matinee.similarity.vectors.DistinctVectors;

/**
 * A loaded model version: its catalogue, and the index over its ranking embeddings. Owns the
 * snapshot and the index and closes both. Thread-safe until it is closed.
 */
public final class SimilarityModel implements AutoCloseable {
  private final Snapshot snapshot;
  private final CalibratedIndex index;
  private final SimilaritySearch search;
  private final IndexDescription description;

  private SimilarityModel(
      Snapshot snapshot,
      CalibratedIndex index,
      SimilaritySearch search,
      IndexDescription description) {
    this.snapshot = snapshot;
    this.index = index;
    this.search = search;
    this.description = description;
  }

  /**
   * Indexes a snapshot.
   *
   * @param snapshot with catalogue and ranking factors; the caller closes it if this method throws
   * @param indexes where the index comes from
   * @throws MatineeException NO_RANKING_SCORER when the version does not rank
   */
  static SimilarityModel of(Snapshot snapshot, KeptIndexes indexes) {
    FactorScorer scorer = ranking(snapshot);
    Catalogue catalogue = snapshot.catalogue();
    DistinctVectors vectors =
        DistinctVectors.of(
            catalogue.size(), scorer.dimension(), scorer::movieVector, catalogue::isCandidate);
    CalibratedIndex index = indexes.of(vectors);
    try {
      SimilaritySearch search =
          new SimilaritySearch(
              catalogue,
              vectors,
              index.graph(),
              index.notes().calibration(),
              SimilaritySearch.EXACT_LIMIT);
      return new SimilarityModel(
          snapshot,
          index,
          search,
          IndexDescription.of(vectors, search.defaultMethod(), index.notes()));
    } catch (RuntimeException | Error failure) {
      index.close();
      throw failure;
    }
  }

  /** The movies of the version. */
  public Catalogue catalogue() {
    return snapshot.catalogue();
  }

  /** Finds similar movies. */
  public SimilaritySearch search() {
    return search;
  }

  /** What the index is. */
  public IndexDescription description() {
    return description;
  }

  /** Reads the files of the index again; CorruptBlobException when they changed. */
  void verify() {
    index.graph().verify();
  }

  @Override
  public void close() {
    try (snapshot) {
      index.close();
    }
  }

  private static FactorScorer ranking(Snapshot snapshot) {
    return snapshot
        .ranking()
        .orElseThrow(
            () ->
                MatineeException.of(
                    Reason.NO_RANKING_SCORER,
                    "The version has no ranking embeddings to compare movies by."));
  }
}
