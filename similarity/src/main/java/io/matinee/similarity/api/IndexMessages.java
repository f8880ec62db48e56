package io.matinee.similarity.api;

import io.matinee.proto.similarity.v1.GetIndexResponse;
import io.matinee.proto.similarity.v1.IndexedSpace;
import io.matinee.runtime.time.Times;
import io.matinee.similarity.content.ContentSearch;
import io.matinee.similarity.index.HnswIndex;
import io.matinee.similarity.search.IndexDescription;
import io.matinee.similarity.search.SearchMethod;
import io.matinee.similarity.search.SimilarityModel;

/** Descriptions of the index as messages. */
final class IndexMessages {
  private IndexMessages() {}

  static GetIndexResponse describe(SimilarityModel model, String version) {
    GetIndexResponse.Builder response = GetIndexResponse.newBuilder().setModelVersion(version);
    model.description().map(IndexMessages::ranking).ifPresent(response::addSpaces);
    return response.addSpaces(content(model.content())).build();
  }

  private static IndexedSpace ranking(IndexDescription index) {
    return IndexedSpace.newBuilder()
        .setSpace(Spaces.RANKING)
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

  private static IndexedSpace content(ContentSearch content) {
    return IndexedSpace.newBuilder()
        .setSpace(Spaces.CONTENT)
        .setMovieCount(content.movieCount())
        .setDimension(content.dimension())
        .setDefaultMethod(Methods.message(SearchMethod.EXACT))
        .build();
  }
}
