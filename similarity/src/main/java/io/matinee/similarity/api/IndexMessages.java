package io.matinee.similarity.api;

import io.matinee.proto.similarity.v1.GetIndexResponse;
import io.matinee.runtime.time.Times;
import io.matinee.similarity.index.HnswIndex;
import io.matinee.similarity.search.IndexDescription;

/** Descriptions of the index as messages. */
final class IndexMessages {
  private static final double NANOS_A_SECOND = 1e9;

  private IndexMessages() {}

  static GetIndexResponse describe(IndexDescription index, String version) {
    return GetIndexResponse.newBuilder()
        .setModelVersion(version)
        .setMovies(index.movies())
        .setDistinctVectors(index.distinctVectors())
        .setDimension(index.dimension())
        .setDefaultMethod(Methods.message(index.defaultMethod()))
        .setBuildTime(Times.of(index.buildTime()))
        .setBuildSeconds(index.buildDuration().toNanos() / NANOS_A_SECOND)
        .setMaxConnections(HnswIndex.MAX_CONNECTIONS)
        .setBeamWidth(HnswIndex.BEAM_WIDTH)
        .build();
  }
}
