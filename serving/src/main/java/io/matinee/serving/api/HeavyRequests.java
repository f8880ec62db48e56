package io.matinee.serving.api;

import com.google.protobuf.Message;
import io.matinee.proto.model.v1.MovieRating;
import io.matinee.proto.serving.v1.BatchGetEmbeddingsRequest;
import io.matinee.proto.serving.v1.BatchGetMoviesRequest;
import io.matinee.proto.serving.v1.ListMoviesRequest;
import io.matinee.proto.serving.v1.ListSeenMoviesRequest;
import io.matinee.proto.serving.v1.ListUsersRequest;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.SearchMoviesRequest;
import io.matinee.runtime.call.HeavyCalls;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.following.FollowedAliases;
import io.matinee.runtime.following.Lease;
import io.matinee.serving.recommend.UserWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;

/**
 * Searches, long lists, many ratings to fold in, many vectors and many weights to add up take
 * longer than a short list does.
 */
@Singleton
final class HeavyRequests implements HeavyCalls {
  private final FollowedAliases<ServingModel> models;

  HeavyRequests(FollowedAliases<ServingModel> models) {
    this.models = models;
  }

  @Override
  public boolean isHeavy(Message request) {
    return switch (request) {
      case RecommendRequest recommend ->
          recommend.getPageSize() > LONG_LIST
              || !recommend.getPageToken().isEmpty() // All that comes before is ordered too.
              || recommend.getRatingsCount() > UserWork.MANY_RATINGS
              || isForABusyUser(recommend);
      case PredictRatingsRequest predict ->
          predict.getMovieIdsCount() > LONG_LIST
              || predict.getRatingsCount() > UserWork.MANY_RATINGS
              || isForABusyUser(predict);
      case BatchGetEmbeddingsRequest embeddings -> embeddings.getIdsCount() > LONG_LIST;
      case BatchGetMoviesRequest movies -> movies.getMovieIdsCount() > LONG_LIST;
      case ListMoviesRequest list -> list.getPageSize() > LONG_LIST;
      case SearchMoviesRequest search -> true; // Each word may take a millisecond.
      case ListUsersRequest users -> users.getPageSize() > LONG_LIST;
      case ListSeenMoviesRequest seen -> seen.getPageSize() > LONG_LIST;
      default -> false;
    };
  }

  private boolean isForABusyUser(RecommendRequest request) {
    return holds(
        request.getAlias(),
        request.getModelVersion(),
        work -> {
          List<String> rated =
              request.getRatingsList().stream().map(MovieRating::getMovieId).toList();
          return work.foldsManyIn(request.getUserId(), rated.size())
              || work.takesManyWeights(request.getUserId(), rated);
        });
  }

  private boolean isForABusyUser(PredictRatingsRequest request) {
    return holds(
        request.getAlias(),
        request.getModelVersion(),
        work -> work.foldsManyIn(request.getUserId(), request.getRatingsCount()));
  }

  /**
   * Asks the version that will answer; a call that none answers is refused soon. The call leases it
   * again, which costs next to nothing: a lease that is handed on would need an owner for each call
   * that is given up before it begins.
   */
  private boolean holds(String alias, String version, Predicate<UserWork> heavy) {
    try (Lease<ServingModel> lease = models.acquire(alias, version)) {
      return heavy.test(lease.model().userWork());
    } catch (MatineeException refusal) {
      return false;
    }
  }
}
