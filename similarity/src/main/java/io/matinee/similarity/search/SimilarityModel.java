package io.matinee.similarity.search;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.similarity.index.HnswIndex;
import io.matinee.similarity.recall.BeamCalibration;
import io.matinee.similarity.vectors.DistinctVectors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A loaded model version: its catalogue, and the index over its ranking embeddings. Owns the
 * snapshot and the index and closes both. Thread-safe until it is closed.
 */
public final class SimilarityModel implements AutoCloseable {
  private final Snapshot snapshot;
  private final HnswIndex index;
  private final SimilaritySearch search;
  private final IndexDescription description;

  private SimilarityModel(
      Snapshot snapshot, HnswIndex index, SimilaritySearch search, IndexDescription description) {
    this.snapshot = snapshot;
    this.index = index;
    this.search = search;
    this.description = description;
  }

  /**
   * Builds the index of a snapshot.
   *
   * @param snapshot with catalogue and ranking factors; the caller closes it if this method throws
   * @throws MatineeException NO_RANKING_SCORER when the version does not rank
   */
  static SimilarityModel build(Snapshot snapshot, Clock clock) {
    Instant start = clock.instant();
    FactorScorer scorer = ranking(snapshot);
    Catalogue catalogue = snapshot.catalogue();
    DistinctVectors vectors =
        DistinctVectors.of(
            catalogue.size(), scorer.dimension(), scorer::movieVector, catalogue::isCandidate);
    HnswIndex index = HnswIndex.build(vectors);
    try {
      BeamCalibration calibration = BeamCalibration.of(vectors, index);
      SimilaritySearch search =
          new SimilaritySearch(
              catalogue, vectors, index, calibration, SimilaritySearch.EXACT_LIMIT);
      Instant end = clock.instant();
      IndexDescription description =
          new IndexDescription(
              vectors.memberCount(),
              vectors.nodeCount(),
              vectors.dimension(),
              search.defaultMethod(),
              end,
              Duration.between(start, end),
              calibration.beam(),
              calibration.recall());
      return new SimilarityModel(snapshot, index, search, description);
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
