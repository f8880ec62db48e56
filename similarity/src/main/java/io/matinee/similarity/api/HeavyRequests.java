package io.matinee.similarity.api;

import com.google.protobuf.Message;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.runtime.call.HeavyCalls;
import jakarta.inject.Singleton;

/** Long lists, and what cannot be answered by a short walk on the graph. */
@Singleton
final class HeavyRequests implements HeavyCalls {
  @Override
  public boolean isHeavy(Message request) {
    return request instanceof FindSimilarMoviesRequest find
        && (find.hasFilter()
            || find.hasText()
            || find.getSpacesList().stream().anyMatch(asked -> asked.getSpace() == Spaces.CONTENT)
            || find.getPageSize() > LONG_LIST
            || !find.getPageToken().isEmpty());
  }
}
