package io.matinee.similarity.api;

import io.grpc.stub.StreamObserver;
import io.matinee.proto.similarity.v1.GetStatusRequest;
import io.matinee.proto.similarity.v1.GetStatusResponse;
import io.matinee.proto.similarity.v1.StatusServiceGrpc.StatusServiceImplBase;
import io.matinee.runtime.following.FollowedModels;
import io.quarkus.grpc.GrpcService;

/** The StatusService: answers also before a model is loaded. */
@GrpcService
final class StatusApi extends StatusServiceImplBase {
  private final FollowedModels models;

  StatusApi(FollowedModels models) {
    this.models = models;
  }

  @Override
  public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> reply) {
    reply.onNext(GetStatusResponse.newBuilder().setStatus(models.status()).build());
    reply.onCompleted();
  }
}
