package io.matinee.serving.api;

import io.grpc.stub.StreamObserver;
import io.matinee.proto.serving.v1.GetStatusRequest;
import io.matinee.proto.serving.v1.GetStatusResponse;
import io.matinee.proto.serving.v1.StatusServiceGrpc;
import io.matinee.runtime.following.FollowedModels;
import io.quarkus.grpc.GrpcService;

/** Says what is loaded; answers with and without a model. */
@GrpcService
public final class StatusApi extends StatusServiceGrpc.StatusServiceImplBase {
  private final FollowedModels models;

  StatusApi(FollowedModels models) {
    this.models = models;
  }

  @Override
  public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> responses) {
    responses.onNext(GetStatusResponse.newBuilder().setStatus(models.status()).build());
    responses.onCompleted();
  }
}
