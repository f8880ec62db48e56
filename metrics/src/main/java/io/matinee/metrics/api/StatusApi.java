package io.matinee.metrics.api;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.metrics.v1.GetStatusRequest;
import io.matinee.proto.metrics.v1.GetStatusResponse;
import io.matinee.proto.metrics.v1.StatusServiceGrpc.StatusServiceImplBase;
import io.matinee.proto.model.v1.ReaderKind;
import io.matinee.proto.model.v1.ReaderStatus;
import io.quarkus.grpc.GrpcService;

/**
 * Whether the trainer is heard. This service follows no alias, since a caller names the version to
 * evaluate, and is ready as soon as it answers.
 */
@GrpcService
public class StatusApi extends StatusServiceImplBase {
  private final ManagedChannel registry;

  StatusApi(ManagedChannel registry) {
    this.registry = registry;
  }

  /** Returns the status. */
  @Override
  public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> observer) {
    observer.onNext(
        GetStatusResponse.newBuilder()
            .setStatus(
                ReaderStatus.newBuilder()
                    .setKind(ReaderKind.READER_KIND_METRICS)
                    .setRegistryConnected(registry.getState(true) == ConnectivityState.READY)
                    .setReady(true))
            .build());
    observer.onCompleted();
  }
}
