package io.matinee.similarity.kept;

import io.matinee.similarity.index.HnswIndex;

/**
 * A graph that is ready to be searched. Owns it and closes it.
 *
 * @param graph the graph
 * @param notes how it was built and calibrated
 * @param release lets go of what keeps its files
 */
public record CalibratedIndex(HnswIndex graph, IndexNotes notes, Runnable release)
    implements AutoCloseable {

  /** An index whose files nobody keeps. */
  CalibratedIndex(HnswIndex graph, IndexNotes notes) {
    this(graph, notes, () -> {});
  }

  /** Returns the same index, which lets go of its files when it is closed. */
  CalibratedIndex holding(Runnable letGo) {
    return new CalibratedIndex(graph, notes, letGo);
  }

  @Override
  public void close() {
    try {
      graph.close();
    } finally {
      release.run();
    }
  }
}
