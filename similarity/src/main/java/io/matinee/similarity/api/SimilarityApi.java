package io.matinee.similarity.api;

import io.grpc.stub.StreamObserver;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.GetIndexRequest;
import io.matinee.proto.similarity.v1.GetIndexResponse;
import io.matinee.proto.similarity.v1.SimilarityServiceGrpc.SimilarityServiceImplBase;
import io.matinee.runtime.api.MovieFilters;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.UnknownMovie;
import io.matinee.runtime.following.Following;
import io.matinee.runtime.following.Lease;
import io.matinee.runtime.paging.PageSize;
import io.matinee.similarity.search.SimilarMovies;
import io.matinee.similarity.search.SimilarityModel;
import io.quarkus.grpc.GrpcService;

/** The SimilarityService: each call takes one lease, and so sees one model version. */
@GrpcService
final class SimilarityApi extends SimilarityServiceImplBase {
  private static final int DEFAULT_PAGE_SIZE = 10;
  private static final long RATED = 1;

  private final Following<SimilarityModel> following;

  SimilarityApi(Following<SimilarityModel> following) {
    this.following = following;
  }

  @Override
  public void findSimilarMovies(
      FindSimilarMoviesRequest request, StreamObserver<FindSimilarMoviesResponse> reply) {
    FindSimilarMoviesResponse response;
    try (Lease<SimilarityModel> lease = following.acquire(request.getModelVersion())) {
      response = find(request, lease);
    }
    reply.onNext(response);
    reply.onCompleted();
  }

  @Override
  public void getIndex(GetIndexRequest request, StreamObserver<GetIndexResponse> reply) {
    GetIndexResponse response;
    try (Lease<SimilarityModel> lease = following.acquire()) {
      response = IndexMessages.describe(lease.model().description(), lease.version());
    }
    reply.onNext(response);
    reply.onCompleted();
  }

  private static FindSimilarMoviesResponse find(
      FindSimilarMoviesRequest request, Lease<SimilarityModel> lease) {
    SimilarityModel model = lease.model();
    SimilarMovies found =
        model
            .search()
            .find(
                movie(request.getMovieId(), model),
                PageSize.of(request.getPageSize(), DEFAULT_PAGE_SIZE),
                MovieFilters.read(request.getFilter(), "filter", RATED),
                Methods.forced(request.getMethod()));
    return SimilarMovieMessages.response(found, model.catalogue(), lease.version());
  }

  private static int movie(String id, SimilarityModel model) {
    int movie = model.catalogue().ids().indexOf(id);
    if (movie < 0) {
      throw UnknownMovie.of(id, "movie_id");
    }
    if (!model.search().contains(movie)) {
      throw MatineeException.of(
              Reason.MOVIE_NOT_INDEXED,
              "The movie %s has no embedding: nobody liked it in the training part."
                  .formatted(Excerpt.of(id)))
          .with("movie_id", id)
          .onField("movie_id", "has no embedding in the loaded model version");
    }
    return movie;
  }
}
