package io.matinee.similarity.api;

import io.grpc.stub.StreamObserver;
import io.matinee.proto.similarity.v1.GetStatusRequest;
import io.matinee.proto.similarity.v1.GetStatusResponse;
import io.matinee.proto.similarity.v1.StatusServiceGrpc.StatusServiceImplBase;
import io.matinee.runtime.following.Following;
import io.matinee.runtime.following.ReaderStatuses;
import io.matinee.similarity.search.SimilarityModel;
import io.quarkus.grpc.GrpcService;

/** The StatusService: answers also before a model is loaded. */
@GrpcService
final class StatusApi extends StatusServiceImplBase {
  private final Following<SimilarityModel> following;

  StatusApi(Following<SimilarityModel> following) {
    this.following = following;
  }

  @Override
  public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> reply) {
    reply.onNext(
        GetStatusResponse.newBuilder().setStatus(ReaderStatuses.of(following.status())).build());
    reply.onCompleted();
  }
}
