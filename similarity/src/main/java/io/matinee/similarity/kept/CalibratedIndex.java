package io.matinee.similarity.kept;

import io.matinee.similarity.index.HnswIndex;

/**
 * A graph that is ready to be searched. Owns it and closes it.
 *
 * @param graph the graph
 * @param notes how it was built and calibrated
 */
public record CalibratedIndex(HnswIndex graph, IndexNotes notes) implements AutoCloseable {

  @Override
  public void close() {
    graph.close();
  }
}
