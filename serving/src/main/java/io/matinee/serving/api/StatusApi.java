package io.matinee.serving.api;

import io.grpc.stub.StreamObserver;
import io.matinee.proto.serving.v1.GetStatusRequest;
import io.matinee.proto.serving.v1.GetStatusResponse;
import io.matinee.proto.serving.v1.StatusServiceGrpc;
import io.matinee.runtime.following.Following;
import io.matinee.runtime.following.ReaderStatuses;
import io.quarkus.grpc.GrpcService;

/** Says what is loaded; answers with and without a model. */
@GrpcService
public final class StatusApi extends StatusServiceGrpc.StatusServiceImplBase {
  private final Following<ServingModel> following;

  StatusApi(Following<ServingModel> following) {
    this.following = following;
  }

  @Override
  public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> responses) {
    responses.onNext(
        GetStatusResponse.newBuilder().setStatus(ReaderStatuses.of(following.status())).build());
    responses.onCompleted();
  }
}
