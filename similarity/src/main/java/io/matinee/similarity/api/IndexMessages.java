package io.matinee.similarity.api;

import io.matinee.proto.similarity.v1.GetIndexResponse;
import io.matinee.proto.similarity.v1.IndexedSpace;
import io.matinee.runtime.time.Times;
import io.matinee.similarity.index.HnswIndex;
import io.matinee.similarity.search.IndexDescription;
import java.util.Optional;

/** Descriptions of the index as messages. */
final class IndexMessages {
  private IndexMessages() {}

  static GetIndexResponse describe(Optional<IndexDescription> index, String version) {
    GetIndexResponse.Builder response = GetIndexResponse.newBuilder().setModelVersion(version);
    index.map(IndexMessages::space).ifPresent(response::addSpaces);
    return response.build();
  }

  private static IndexedSpace space(IndexDescription index) {
    return IndexedSpace.newBuilder()
        .setSpace(Spaces.SEARCHED)
        .setMovieCount(index.movies())
        .setDistinctVectorCount(index.distinctVectors())
        .setDimension(index.dimension())
        .setDefaultMethod(Methods.message(index.defaultMethod()))
        .setBuildTime(Times.of(index.buildTime()))
        .setBuildDuration(Times.of(index.buildDuration()))
        .setMaximumConnectionCount(HnswIndex.MAX_CONNECTIONS)
        .setBeamWidth(HnswIndex.BEAM_WIDTH)
        .build();
  }
}
