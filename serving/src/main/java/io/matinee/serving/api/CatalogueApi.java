package io.matinee.serving.api;

import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.serving.v1.BatchGetMoviesRequest;
import io.matinee.proto.serving.v1.BatchGetMoviesResponse;
import io.matinee.proto.serving.v1.CatalogueServiceGrpc;
import io.matinee.proto.serving.v1.GetMovieRequest;
import io.matinee.proto.serving.v1.GetMovieResponse;
import io.matinee.proto.serving.v1.ListMoviesRequest;
import io.matinee.proto.serving.v1.ListMoviesResponse;
import io.matinee.proto.serving.v1.ListSeenMoviesRequest;
import io.matinee.proto.serving.v1.ListSeenMoviesResponse;
import io.matinee.proto.serving.v1.ListUsersRequest;
import io.matinee.proto.serving.v1.ListUsersResponse;
import io.matinee.proto.serving.v1.SearchMoviesRequest;
import io.matinee.proto.serving.v1.SearchMoviesResponse;
import io.matinee.runtime.following.FollowedAliases;
import io.matinee.runtime.following.Lease;
import io.matinee.runtime.paging.PageStart;
import io.quarkus.grpc.GrpcService;

/** Looks up, lists and searches the movies and users of a served version. */
@GrpcService
public final class CatalogueApi extends CatalogueServiceGrpc.CatalogueServiceImplBase {
  private final FollowedAliases<ServingModel> models;

  CatalogueApi(FollowedAliases<ServingModel> models) {
    this.models = models;
  }

  @Override
  public void getMovie(GetMovieRequest request, StreamObserver<GetMovieResponse> responses) {
    try (Lease<ServingModel> lease = models.acquire(request.getAlias(), "")) {
      responses.onNext(Browsing.movie(request, lease.model(), lease.version()));
      responses.onCompleted();
    }
  }

  @Override
  public void batchGetMovies(
      BatchGetMoviesRequest request, StreamObserver<BatchGetMoviesResponse> responses) {
    try (Lease<ServingModel> lease = models.acquire(request.getAlias(), "")) {
      responses.onNext(Browsing.movies(request, lease.model(), lease.version()));
      responses.onCompleted();
    }
  }

  @Override
  public void listMovies(ListMoviesRequest request, StreamObserver<ListMoviesResponse> responses) {
    page(request, request.getPageToken(), request.getAlias(), Browsing::list, responses);
  }

  @Override
  public void searchMovies(
      SearchMoviesRequest request, StreamObserver<SearchMoviesResponse> responses) {
    page(request, request.getPageToken(), request.getAlias(), Browsing::search, responses);
  }

  @Override
  public void listUsers(ListUsersRequest request, StreamObserver<ListUsersResponse> responses) {
    page(request, request.getPageToken(), request.getAlias(), Browsing::users, responses);
  }

  @Override
  public void listSeenMovies(
      ListSeenMoviesRequest request, StreamObserver<ListSeenMoviesResponse> responses) {
    page(request, request.getPageToken(), request.getAlias(), Browsing::seen, responses);
  }

  private <Q extends Message, R> void page(
      Q request, String token, String alias, Page<Q, R> page, StreamObserver<R> responses) {
    PageStart start = PageStart.of(request, token, "");
    try (Lease<ServingModel> lease = start.acquire(models, alias)) {
      responses.onNext(page.of(request, start, lease.model(), lease.version()));
      responses.onCompleted();
    }
  }

  /** How a page is made. */
  @FunctionalInterface
  private interface Page<Q, R> {
    R of(Q request, PageStart start, ServingModel model, String version);
  }
}
