package io.matinee.similarity.api;

import io.grpc.stub.StreamObserver;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.GetIndexRequest;
import io.matinee.proto.similarity.v1.GetIndexResponse;
import io.matinee.proto.similarity.v1.SimilarityServiceGrpc.SimilarityServiceImplBase;
import io.matinee.runtime.following.FollowedAliases;
import io.matinee.runtime.following.Lease;
import io.matinee.runtime.paging.PageStart;
import io.matinee.similarity.search.SimilarityModel;
import io.quarkus.grpc.GrpcService;

/** The SimilarityService: each call takes one lease, and so sees one model version. */
@GrpcService
final class SimilarityApi extends SimilarityServiceImplBase {
  private final FollowedAliases<SimilarityModel> models;

  SimilarityApi(FollowedAliases<SimilarityModel> models) {
    this.models = models;
  }

  @Override
  public void findSimilarMovies(
      FindSimilarMoviesRequest request, StreamObserver<FindSimilarMoviesResponse> reply) {
    EmbeddingSpace space = Spaces.of(request);
    PageStart start = PageStart.of(request, request.getPageToken(), request.getModelVersion());
    FindSimilarMoviesResponse response;
    try (Lease<SimilarityModel> lease = start.acquire(models, request.getAlias())) {
      response = new SimilarPage(request, space, start).of(lease.model(), lease.version());
    }
    reply.onNext(response);
    reply.onCompleted();
  }

  @Override
  public void getIndex(GetIndexRequest request, StreamObserver<GetIndexResponse> reply) {
    GetIndexResponse response;
    try (Lease<SimilarityModel> lease = models.acquire(request.getAlias(), "")) {
      response = IndexMessages.describe(lease.model(), lease.version());
    }
    reply.onNext(response);
    reply.onCompleted();
  }
}
