package io.matinee.serving.api;

import io.grpc.stub.StreamObserver;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.PredictRatingsResponse;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.runtime.following.FollowedAliases;
import io.matinee.runtime.following.Lease;
import io.matinee.runtime.paging.PageStart;
import io.quarkus.grpc.GrpcService;

/**
 * Recommends movies and predicts ratings. Calls are short work of one core and run where they
 * arrive, on the server's event loops.
 */
@GrpcService
public final class RecommendationApi
    extends RecommendationServiceGrpc.RecommendationServiceImplBase {
  private final FollowedAliases<ServingModel> models;

  RecommendationApi(FollowedAliases<ServingModel> models) {
    this.models = models;
  }

  @Override
  public void recommend(RecommendRequest request, StreamObserver<RecommendResponse> responses) {
    PageStart start = PageStart.of(request, request.getPageToken(), request.getModelVersion());
    try (Lease<ServingModel> lease = start.acquire(models, request.getAlias())) {
      responses.onNext(Recommending.recommend(request, start, lease.model(), lease.version()));
      responses.onCompleted();
    }
  }

  @Override
  public void predictRatings(
      PredictRatingsRequest request, StreamObserver<PredictRatingsResponse> responses) {
    try (Lease<ServingModel> lease =
        models.acquire(request.getAlias(), request.getModelVersion())) {
      responses.onNext(Recommending.predict(request, lease.model(), lease.version()));
      responses.onCompleted();
    }
  }
}
