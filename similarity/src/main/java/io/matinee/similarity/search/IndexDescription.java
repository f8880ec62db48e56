package io.matinee.similarity.search;

import io.matinee.similarity.kept.IndexNotes;
import io.matinee.similarity.vectors.DistinctVectors;
import java.time.Duration;
import java.time.Instant;

/**
 * What an index is.
 *
 * @param movies the movies that can be found
 * @param distinctVectors the nodes of the graph
 * @param dimension the length of the vectors
 * @param defaultMethod how requests are answered that leave it open and have no filter
 * @param buildTime when it was built, maybe by an earlier process
 * @param buildDuration how long that took
 * @param beam how many candidates a walk keeps
 * @param recall the share of the exact ten that a walk found when it was calibrated, 0 to 1
 */
public record IndexDescription(
    int movies,
    int distinctVectors,
    int dimension,
    SearchMethod defaultMethod,
    Instant buildTime,
    Duration buildDuration,
    int beam,
    double recall) {

  static IndexDescription of(DistinctVectors vectors, SearchMethod method, IndexNotes notes) {
    return new IndexDescription(
        vectors.memberCount(),
        vectors.nodeCount(),
        vectors.spaceDimension(),
        method,
        notes.buildTime(),
        notes.buildDuration(),
        notes.calibration().beam(),
        notes.calibration().recall());
  }
}
