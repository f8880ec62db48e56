package io.matinee.serving.api;

import com.google.protobuf.Message;
import io.matinee.proto.serving.v1.BatchGetEmbeddingsRequest;
import io.matinee.proto.serving.v1.BatchGetMoviesRequest;
import io.matinee.proto.serving.v1.ListMoviesRequest;
import io.matinee.proto.serving.v1.ListSeenMoviesRequest;
import io.matinee.proto.serving.v1.ListUsersRequest;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.SearchMoviesRequest;
import io.matinee.runtime.call.HeavyCalls;
import jakarta.inject.Singleton;

/** Long lists, many ratings to fold in and many vectors take longer than a short list does. */
@Singleton
final class HeavyRequests implements HeavyCalls {
  private static final int LONG_LIST = 200;
  private static final int MANY_RATINGS = 50;

  @Override
  public boolean isHeavy(Message request) {
    return switch (request) {
      case RecommendRequest recommend ->
          recommend.getPageSize() > LONG_LIST || recommend.getRatingsCount() > MANY_RATINGS;
      case PredictRatingsRequest predict ->
          predict.getMovieIdsCount() > LONG_LIST || predict.getRatingsCount() > MANY_RATINGS;
      case BatchGetEmbeddingsRequest embeddings -> embeddings.getIdsCount() > LONG_LIST;
      case BatchGetMoviesRequest movies -> movies.getMovieIdsCount() > LONG_LIST;
      case ListMoviesRequest list -> list.getPageSize() > LONG_LIST;
      case SearchMoviesRequest search -> search.getPageSize() > LONG_LIST;
      case ListUsersRequest users -> users.getPageSize() > LONG_LIST;
      case ListSeenMoviesRequest seen -> seen.getPageSize() > LONG_LIST;
      default -> false;
    };
  }
}
