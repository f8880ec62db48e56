package io.matinee.metrics.api;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.metrics.v1.GetStatusRequest;
import io.matinee.proto.metrics.v1.GetStatusResponse;
import io.matinee.proto.metrics.v1.StatusServiceGrpc.StatusServiceImplBase;
import io.matinee.runtime.following.FollowingStatus;
import io.matinee.runtime.following.ReaderStatuses;
import io.matinee.runtime.following.RegistryContact;
import io.quarkus.grpc.GrpcService;
import java.util.Optional;

/**
 * What this service last worked on. It follows no alias, since a caller names the version to
 * evaluate: alias and target are empty, the loaded version is the one that was evaluated last, and
 * it is ready as soon as it answers.
 */
@GrpcService
public class StatusApi extends StatusServiceImplBase {
  private final ReaderLog log;
  private final ManagedChannel registry;

  StatusApi(ReaderLog log, ManagedChannel registry) {
    this.log = log;
    this.registry = registry;
  }

  /** Returns the status. */
  @Override
  public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> observer) {
    FollowingStatus status =
        new FollowingStatus(
            "",
            log.lastLoad().map(ReaderLog.Load::version),
            log.lastLoad().map(ReaderLog.Load::time),
            false,
            Optional.empty(),
            log.lastFailure(),
            new RegistryContact(
                registry.getState(true) == ConnectivityState.READY, Optional.empty(), false));
    observer.onNext(
        GetStatusResponse.newBuilder()
            .setStatus(ReaderStatuses.of(status).toBuilder().setReady(true))
            .build());
    observer.onCompleted();
  }
}
