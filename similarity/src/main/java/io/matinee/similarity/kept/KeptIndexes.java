package io.matinee.similarity.kept;

import io.matinee.runtime.following.DerivedFolders;
import io.matinee.similarity.index.GraphFolder;
import io.matinee.similarity.index.HnswIndex;
import io.matinee.similarity.recall.BeamCalibration;
import io.matinee.similarity.vectors.DistinctVectors;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Indexes of vectors: the one that the cache keeps, or one that is built, calibrated and kept. What
 * the cache has is used only when each byte of it is what was written; where nothing can be kept,
 * the index lives in memory and the next start builds it again. One call at a time.
 */
@Singleton
public final class KeptIndexes {
  private static final Logger LOG = Logger.getLogger(KeptIndexes.class);

  private final DerivedFolders derived;
  private final Clock clock;

  /**
   * Keeps indexes.
   *
   * @param derived where they are kept
   * @param clock tells when they are built
   */
  public KeptIndexes(DerivedFolders derived, Clock clock) {
    this.derived = derived;
    this.clock = clock;
  }

  /** Returns the index of vectors, which the caller closes. */
  public CalibratedIndex of(DistinctVectors vectors) {
    String key = IndexKey.of(vectors);
    Runnable letGo = derived.hold(key);
    try {
      return derived
          .find(key)
          .flatMap(folder -> open(folder, key, vectors))
          .orElseGet(() -> build(key, vectors))
          .holding(letGo);
    } catch (RuntimeException | Error failure) {
      letGo.run();
      throw failure;
    }
  }

  private static Optional<CalibratedIndex> open(Path folder, String key, DistinctVectors vectors) {
    try {
      GraphFolder kept = new GraphFolder(folder);
      kept.verify();
      IndexNotes notes = IndexNotes.of(kept.notes());
      if (!notes.key().equals(key)) {
        throw new IOException("it is of " + notes.key());
      }
      return Optional.of(new CalibratedIndex(kept.open(vectors), notes));
    } catch (IOException | RuntimeException unusable) {
      LOG.warnf("the index in %s cannot be used, so it is built anew: %s", folder, unusable);
      return Optional.empty();
    }
  }

  private CalibratedIndex build(String key, DistinctVectors vectors) {
    Instant start = clock.instant();
    try {
      return buildToKeep(key, vectors, start);
    } catch (IOException failure) {
      abandon(key, failure);
      LOG.warnf("the index %s cannot be kept, so the next start builds it again: %s", key, failure);
      return calibrate(key, vectors, HnswIndex.build(vectors), start);
    }
  }

  private CalibratedIndex buildToKeep(String key, DistinctVectors vectors, Instant start)
      throws IOException {
    GraphFolder folder = new GraphFolder(derived.begin(key));
    CalibratedIndex index = calibrate(key, vectors, folder.build(vectors), start);
    try {
      folder.write(index.notes().toMap());
      derived.keep(key);
      return index;
    } catch (IOException | RuntimeException | Error failure) {
      index.close();
      throw failure;
    }
  }

  private CalibratedIndex calibrate(
      String key, DistinctVectors vectors, HnswIndex graph, Instant start) {
    try {
      BeamCalibration calibration = BeamCalibration.of(vectors, graph);
      Instant end = clock.instant();
      return new CalibratedIndex(
          graph, new IndexNotes(key, calibration, end, Duration.between(start, end)));
    } catch (RuntimeException | Error failure) {
      graph.close();
      throw failure;
    }
  }

  private void abandon(String key, IOException why) {
    try {
      derived.abandon(key);
    } catch (IOException leftBehind) {
      why.addSuppressed(leftBehind);
    }
  }
}
